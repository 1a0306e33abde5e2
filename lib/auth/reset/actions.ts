"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { action } from "../../action.ts";
import { askingDevice } from "../asking-device.ts";
import { clientAddress } from "../client-address.ts";
import { findLink } from "../link/data.ts";
import { takeMail } from "../mail-limits.ts";
import { hashPassword } from "../password.ts";
import {
  type AccountFormState,
  type FieldError,
  isOwnEmail,
  resetRequestSchema,
  resetSchema,
} from "../schema.ts";
import { requestReset, resetPassword } from "./reset-password.ts";

export const requestResetAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const values = typedValues(form, "email");
    const input = resetRequestSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error), values };
    const { email } = input.data;
    const taken = await takeMail({ email, address: clientAddress(await headers()) });
    if (!taken.ok) return { form: taken, values };
    await requestReset(email, await getLocale());
    return { isDone: true, values };
  },
);

export const resetPasswordAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const input = resetSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
      const fields = fieldErrors<FieldError>(input.error);
      return "token" in fields ? { form: { error: "LINK_INVALID" } } : { fields };
    }
    const { token, password } = input.data;
    // Checked before hashing, which costs CPU time.
    const link = await findLink(token, ["RESET_PASSWORD"]);
    if (!link) return { form: { error: "LINK_INVALID" } };
    if (isOwnEmail(password, link.email)) return { fields: { password: "PASSWORD_IS_EMAIL" } };

    const reset = await resetPassword({
      token,
      passwordHash: await hashPassword(password),
      device: await askingDevice(),
    });
    if (!reset.ok) return { form: { error: reset.error } };
    redirect("/signin?reset");
  },
);
