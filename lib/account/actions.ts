"use server";

import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "../action.ts";
import { signOut } from "../auth/auth.ts";
import { askingDevice } from "../auth/asking-device.ts";
import { clientAddress } from "../auth/client-address.ts";
import { checkPassword } from "../auth/check-password.ts";
import { readDevice } from "../auth/device-cookie.ts";
import type { AccountFormState } from "../auth/schema.ts";
import { hashPassword } from "../auth/password.ts";
import { hasProof } from "../auth/proof/data.ts";
import { startSession } from "../auth/session.ts";
import { getViewer, requireReader, requireViewer } from "../auth/viewer.ts";
import { fieldErrors, typedValues } from "../web/form-state.ts";
import { isLocale, localeCookie } from "../i18n/locale.ts";
import { isTheme, themeCookie } from "../theme.ts";
import { preferenceSeconds } from "../preference-cookie.ts";
import { deleteMember, endListedSession, endSessions, saveLocale, updateProfile } from "./data.ts";
import { confirmationPhrase } from "./policy.ts";
import { suspensionAppealSchema } from "./suspension-schema.ts";
import { appealSuspension } from "./suspension.ts";
import { passwordChangeSchema, profileSchema } from "./schema.ts";

export const updateProfileAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    const input = profileSchema.safeParse(Object.fromEntries(form));
    if (!input.success)
      return { fields: fieldErrors(input.error), values: typedValues(form, "name", "timeZone") };

    await updateProfile(viewer.id, input.data);
    return { isDone: true };
  },
);

export const changePasswordAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    const input = passwordChangeSchema(viewer.email).safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error) };

    // Counts against the limits of the sign-in: an open tab must not allow guessing passwords.
    const { currentPassword, password } = input.data;
    const asked = await headers();
    const checked = await checkPassword({
      email: viewer.email,
      password: currentPassword,
      address: clientAddress(asked),
      device: await readDevice(asked, await cookies()),
    });
    if (!checked.ok && checked.error === "WRONG_CREDENTIALS")
      return { fields: { currentPassword: "PASSWORD_WRONG" } };
    if (!checked.ok) return { form: checked };

    const sessionVersion = await endSessions(viewer.id, {
      passwordHash: await hashPassword(password),
      device: await askingDevice(),
    });
    await startSession({ memberId: viewer.id, sessionVersion });
    return { isDone: true };
  },
);

export const signOutSessionAction = action([], async (form: FormData) => {
  const viewer = await requireViewer();
  const sessionId = z.uuid().safeParse(form.get("session"));
  if (sessionId.success) await endListedSession({ memberId: viewer.id, sessionId: sessionId.data });
  revalidatePath("/settings");
});

export const signOutEverywhereAction = action([], async () => {
  const viewer = await requireReader();
  await endSessions(viewer.id, { device: await askingDevice() });
  await signOut({ redirect: false });
  redirect("/signin");
});

export const appealSuspensionAction = action([], async (form: FormData): Promise<void> => {
  const reader = await requireReader();
  const input = suspensionAppealSchema.safeParse(Object.fromEntries(form));
  if (input.success) await appealSuspension(reader.id, input.data.text);
  revalidatePath("/suspended");
});

export const deleteAccountAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireReader();
    const values = typedValues(form, "confirmation");
    const typed = values.confirmation?.trim().normalize("NFC").toLowerCase();
    if (typed !== confirmationPhrase(viewer).toLowerCase())
      return { fields: { confirmation: "EMAIL_MISMATCH" }, values };

    if (!(await hasProof())) return { form: { error: "NEEDS_PROOF" }, values };
    await deleteMember(viewer.id, await askingDevice());
    await signOut({ redirect: false });
    redirect("/?deleted");
  },
);

const preferenceCookie = { path: "/", maxAge: preferenceSeconds, sameSite: "lax" } as const;

/** Unsaved form input survives the change of language. */
export const setLocaleAction = action([], async (form: FormData) => {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;

  (await cookies()).set(localeCookie, locale, { ...preferenceCookie, httpOnly: true });
  const viewer = await getViewer();
  if (viewer) await saveLocale(viewer.id, locale);
});

export const setThemeAction = action([], async (form: FormData) => {
  const theme = form.get("theme");
  if (!isTheme(theme)) return;
  (await cookies()).set(themeCookie, theme, preferenceCookie);
});
