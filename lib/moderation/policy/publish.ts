import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { changedRules } from "./changes.ts";
import { getNewestPolicy } from "./data.ts";
import { findDraft, lockPolicy } from "./draft.ts";
import { canControlJudge } from "./schema.ts";

type Published = Result<{ version: number }, "CHANGED" | "NO_CONTROL">;

/**
 * Makes the draft the current policy, for every batch that starts later, on all servers. CHANGED: the draft is not
 * the one in `seen`, is based on an older version, or changes nothing. NO_CONTROL: no active rule has a control text.
 */
export async function publishPolicy(input: {
  adminId: UserId;
  seen: string;
  note: string;
}): Promise<Published> {
  const { adminId, seen, note } = input;
  return prisma.$transaction(async (tx): Promise<Published> => {
    await lockPolicy(tx);
    const [draft, current] = [await findDraft(tx), await getNewestPolicy(tx)];
    if (draft?.seen !== seen || draft.baseVersion !== current.version) return err("CHANGED");
    const changed = changedRules(current.rules, draft.rules);
    if (changed.length === 0) return err("CHANGED");
    if (!canControlJudge(draft.rules)) return err("NO_CONTROL");

    const version = current.version + 1;
    await tx.policyVersion.create({ data: { version, rules: draft.rules, note, publishedById: adminId } });
    await tx.policyDraft.delete({ where: { id: 1 } });
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "POLICY_PUBLISHED",
      subjectId: String(version),
      data: { rules: changed.map(({ after }) => after.id) },
    });
    return ok({ version });
  });
}
