"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { prisma } from "../../db.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { action } from "../../action.ts";
import { askingDevice } from "../asking-device.ts";
import { clientAddress } from "../client-address.ts";
import { takeMail } from "../mail-limits.ts";
import { hasProof } from "../proof/data.ts";
import type { AccountFormState } from "../schema.ts";
import { emailChangeSchema, linkTokenSchema } from "../schema.ts";
import { requireViewer } from "../viewer.ts";
import { confirmEmail, postVerification } from "./verify-email.ts";

export const sendVerificationAction = action([], async (_: AccountFormState): Promise<AccountFormState> => {
  const { id: memberId, email } = await requireViewer();
  const taken = await takeMail({ email, address: clientAddress(await headers()) });
  if (!taken.ok) return { form: taken };
  const locale = await getLocale();
  await prisma.$transaction((tx) => postVerification(tx, { kind: "VERIFY_EMAIL", memberId, email, locale }));
  return { isDone: true };
});

/** The answer is the same when the new address has an account already: only its mailbox learns that. */
export const changeEmailAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    const values = typedValues(form, "email");
    if (!(await hasProof())) return { form: { error: "NEEDS_PROOF" }, values };
    const input = emailChangeSchema(viewer.email).safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };

    const { email } = input.data;
    const taken = await takeMail({ email, address: clientAddress(await headers()) });
    if (!taken.ok) return { form: taken, values };
    const locale = await getLocale();
    await prisma.$transaction((tx) =>
      postVerification(tx, { kind: "CHANGE_EMAIL", memberId: viewer.id, email, locale }),
    );
    return { isDone: true, values };
  },
);

export const confirmEmailAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    const token = linkTokenSchema.safeParse(form.get("token"));
    if (!token.success) return { form: { error: "LINK_INVALID" } };
    const confirmed = await confirmEmail(viewer.id, token.data, await askingDevice());
    if (!confirmed.ok)
      return { form: { error: confirmed.error === "EMAIL_TAKEN" ? "EMAIL_IS_TAKEN" : confirmed.error } };
    redirect("/settings?verified#email");
  },
);
