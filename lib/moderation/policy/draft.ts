import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { type Tx, prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { findPublished, getNewestPolicy } from "./data.ts";
import type { Policy, Rule, RuleId } from "./rules.ts";
import { isFull, rulesSchema } from "./schema.ts";

/** The next policy while admins edit it. `seen` identifies its last save, for optimistic locking. */
export type Draft = { seen: string; edit: number; baseVersion: number; rules: Rule[]; savedAt: Date };

export const seenWithoutDraft = ({ version }: Policy): string => `v${version}`;

/** Advisory lock: serialises saving and publishing on all servers. */
const policyLock = 7_420_010;

export async function lockPolicy(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${policyLock})`;
}

export async function findDraft(db: Pick<Tx, "policyDraft"> = prisma): Promise<Draft | null> {
  const found = await db.policyDraft.findUnique({
    where: { id: 1 },
    select: { edit: true, baseVersion: true, rules: true, savedAt: true },
  });
  if (!found) return null;
  // The time distinguishes it from a discarded draft with the same numbers.
  const seen = `v${found.baseVersion}.${found.edit}.${found.savedAt.getTime()}`;
  return { ...found, seen, rules: rulesSchema.parse(found.rules) };
}

type Saved = Result<{ seen: string }, "CHANGED" | "NOT_FOUND" | "ID_TAKEN" | "FULL">;
type Change = Result<Rule[], "NOT_FOUND" | "ID_TAKEN" | "FULL">;

/** Saves a rule in the draft, which is created if missing. CHANGED: the draft was saved after `seen`. */
export async function saveDraftRule(input: {
  adminId: UserId;
  seen: string;
  rule: Rule;
  isNew: boolean;
}): Promise<Saved> {
  const { rule, isNew, ...by } = input;
  return changeDraft(by, async (rules) => {
    const isThere = rules.some(({ id }) => id === rule.id);
    if (isNew && isThere) return err("ID_TAKEN");
    if (!isNew && !isThere) return err("NOT_FOUND");
    if (isNew && isFull(rules)) return err("FULL");
    return ok(isNew ? [...rules, rule] : rules.map((one) => (one.id === rule.id ? rule : one)));
  });
}

export async function restoreDraftRule(input: {
  adminId: UserId;
  seen: string;
  ruleId: RuleId;
}): Promise<Saved> {
  const { ruleId, ...by } = input;
  return changeDraft(by, async (rules, baseVersion, tx) => {
    const base = await findPublished(tx, baseVersion);
    const before = base?.rules.find(({ id }) => id === ruleId);
    if (!rules.some(({ id }) => id === ruleId)) return err("NOT_FOUND");
    return ok(rules.flatMap((rule) => (rule.id !== ruleId ? [rule] : before ? [before] : [])));
  });
}

async function changeDraft(
  { adminId, seen }: { adminId: UserId; seen: string },
  change: (rules: Rule[], baseVersion: number, tx: Tx) => Promise<Change>,
): Promise<Saved> {
  return prisma.$transaction(async (tx): Promise<Saved> => {
    await lockPolicy(tx);
    const draft = await findDraft(tx);
    const policy = draft ? { version: draft.baseVersion, rules: draft.rules } : await getNewestPolicy(tx);
    if ((draft?.seen ?? seenWithoutDraft(policy)) !== seen) return err("CHANGED");

    const changed = await change(policy.rules, policy.version, tx);
    if (!changed.ok) return changed;
    const saved = {
      baseVersion: policy.version,
      rules: changed.data,
      edit: (draft?.edit ?? 0) + 1,
      savedById: adminId,
      savedAt: new Date(),
    };
    await tx.policyDraft.upsert({ where: { id: 1 }, create: saved, update: saved });
    return ok({ seen: (await findDraft(tx))!.seen });
  });
}

/** @returns false when the draft was saved after `seen` and is kept */
export async function discardDraft(seen: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await lockPolicy(tx);
    if ((await findDraft(tx))?.seen !== seen) return false;
    await tx.policyDraft.delete({ where: { id: 1 } });
    return true;
  });
}
