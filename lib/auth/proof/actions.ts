"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { action } from "../../action.ts";
import { fieldErrors } from "../../web/form-state.ts";
import { checkPassword } from "../check-password.ts";
import { clientAddress } from "../client-address.ts";
import { readDevice } from "../device-cookie.ts";
import { safeNextPath } from "../next-path.ts";
import { type AccountFormState, proofSchema } from "../schema.ts";
import { requireReader } from "../viewer.ts";
import { saveProof } from "./data.ts";

/** Wrong passwords count against the limits of the sign-in. */
export const provePasswordAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireReader();
    const input = proofSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error) };

    const asked = await headers();
    const checked = await checkPassword({
      email: viewer.email,
      password: input.data.password,
      address: clientAddress(asked),
      device: await readDevice(asked, await cookies()),
    });
    if (!checked.ok && checked.error === "WRONG_CREDENTIALS")
      return { fields: { password: "PASSWORD_WRONG" } };
    if (!checked.ok) return { form: checked };
    // An address can have two accounts (docs/decisions/0032): the other one's password proves nothing here.
    if (checked.data.memberId !== viewer.id) return { fields: { password: "PASSWORD_WRONG" } };
    await saveProof();
    redirect(safeNextPath(form.get("next")));
  },
);
