"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "../../action.ts";
import { fieldErrors } from "../../web/form-state.ts";
import { log } from "../../log/log.ts";
import { askingDevice } from "../asking-device.ts";
import { safeNextPath } from "../next-path.ts";
import { hasProof, saveProof } from "../proof/data.ts";
import type { AccountFormState } from "../schema.ts";
import { startSession } from "../session.ts";
import { requireReader, requireViewer } from "../viewer.ts";
import { verifyAuthentication, verifyRegistration } from "./ceremonies.ts";
import { createPasskey, deletePasskey, renamePasskey } from "./data.ts";
import { assertionSchema, newPasskeySchema, passkeyIdSchema, renamedPasskeySchema } from "./schema.ts";

const failed: AccountFormState = { form: { error: "PASSKEY_FAILED" } };

function refused(): AccountFormState {
  log.warn("sign-in refused", { kind: "passkey" });
  return failed;
}

export const signInWithPasskeyAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const input = assertionSchema.safeParse(Object.fromEntries(form));
    const member = input.success && (await verifyAuthentication(input.data.credential, "sign-in"));
    if (!member) return refused();
    const { memberId, sessionVersion } = member;
    await startSession({ memberId, sessionVersion }, "passkey");
    redirect(safeNextPath(form.get("next")));
  },
);

export const provePasskeyAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireReader();
    const input = assertionSchema.safeParse(Object.fromEntries(form));
    const member = input.success && (await verifyAuthentication(input.data.credential, `prove ${viewer.id}`));
    if (!member || member.memberId !== viewer.id) return refused();
    await saveProof();
    redirect(safeNextPath(form.get("next")));
  },
);

export const addPasskeyAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    if (!(await hasProof())) return { form: { error: "NEEDS_PROOF" } };
    const input = newPasskeySchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error) };
    const credential = await verifyRegistration(viewer.id, input.data.credential);
    if (!credential) return failed;

    const { id, publicKey, counter, transports = [] } = credential;
    const { name } = input.data;
    const passkey = { id, memberId: viewer.id, name, publicKey, counter, transports };
    const created = await createPasskey(passkey, await askingDevice());
    if (!created.ok) return failed;
    revalidatePath("/settings");
    return { isDone: true };
  },
);

export const removePasskeyAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    if (!(await hasProof())) return { form: { error: "NEEDS_PROOF" } };
    const input = passkeyIdSchema.safeParse(Object.fromEntries(form));
    if (input.success) await deletePasskey({ memberId: viewer.id, id: input.data.id }, await askingDevice());
    revalidatePath("/settings");
    return {};
  },
);

export const renamePasskeyAction = action(
  [],
  async (_: AccountFormState, form: FormData): Promise<AccountFormState> => {
    const viewer = await requireViewer();
    const input = renamedPasskeySchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { fields: fieldErrors(input.error) };
    await renamePasskey({ memberId: viewer.id, ...input.data });
    revalidatePath("/settings");
    return { isDone: true };
  },
);
