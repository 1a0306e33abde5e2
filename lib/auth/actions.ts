"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { action } from "../action.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { defaultTimeZone, isTimeZone } from "../time/time-zone.ts";
import { signIn, SignInRefused, signOut } from "./auth.ts";
import { askingDevice } from "./asking-device.ts";
import { carryTimeZone } from "./carried-time-zone.ts";
import { clientAddress } from "./client-address.ts";
import { createMember } from "./create-member.ts";
import { postVerification } from "./email/verify-email.ts";
import { TooManyHashes } from "./hash-slots.ts";
import { safeNextPath } from "./next-path.ts";
import { hashPassword } from "./password.ts";
import { signUpsPerAddress } from "./provider-sign-in.ts";
import { enabledProviders } from "./providers.ts";
import { signInSchema, signUpSchema, type AccountFormState } from "./schema.ts";
import { recordSecurityEvent } from "./security-log/record-event.ts";
import { startSession } from "./session.ts";

export const signInAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const values = typedValues(form, "email");
    const input = signInSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    try {
      await signIn("credentials", { ...input.data, redirect: false });
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return { form: { error: error.reason, retryAfterSeconds: error.retryAfterSeconds }, values };
    }
    redirect(safeNextPath(form.get("next")));
  },
);

function unlessFlooded(error: unknown): null {
  if (error instanceof TooManyHashes) return null;
  throw error;
}

export const signUpAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const values = typedValues(form, "email", "name");
    const input = signUpSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const taken = await signUpsPerAddress.take(clientAddress(await headers()));
    if (!taken.ok) return { form: taken, values };

    const { email, name, password } = input.data;
    const passwordHash = await hashPassword(password).catch(unlessFlooded);
    if (!passwordHash) return { form: { error: "RATE_LIMITED", retryAfterSeconds: 2 }, values };

    const timeZone = form.get("timeZone");
    const [locale, device] = [await getLocale(), await askingDevice()];
    const created = await createMember(
      { email, name, passwordHash, locale, timeZone: isTimeZone(timeZone) ? timeZone : defaultTimeZone },
      {
        after: async (tx, { id: memberId }) => {
          await postVerification(tx, { kind: "VERIFY_EMAIL", memberId, email, locale });
          await recordSecurityEvent(tx, {
            kind: "SIGNED_UP",
            data: { method: "password" },
            memberId,
            device,
          });
        },
      },
    );
    if (!created.ok) return { fields: { email: created.error }, values };

    await startSession({ memberId: created.data.id, sessionVersion: created.data.sessionVersion });
    redirect(safeNextPath(form.get("next")));
  },
);

export const signInWithProviderAction = action([], async (form: FormData) => {
  const provider = enabledProviders().find((id) => id === form.get("provider"));
  if (!provider) redirect("/signin");
  await carryTimeZone(form.get("timeZone"));
  await signIn(provider, { redirectTo: safeNextPath(form.get("next")) });
});

export const signOutAction = action([], async () => {
  await signOut({ redirect: false });
  redirect("/");
});
