import { expect, test } from "vitest";
import { newMember } from "../../test/new-member.ts";
import { pool } from "../db.ts";
import { sqlOf } from "../in-transaction.ts";
import { appendAudit } from "./append-audit.ts";
import { listAudit } from "./audit-data.ts";
import { auditHref, auditQuerySchema } from "./audit-query.ts";

const list = (asked: object) => listAudit(auditQuerySchema.parse(asked));

test("reads the log newest first, page by page, filtered by kind and by actor or subject", async () => {
  const [adminId, memberId] = [await newMember(), await newMember()];
  for (let n = 0; n < 60; n += 1) {
    await appendAudit(sqlOf(pool), {
      actorId: adminId,
      kind: "ROLE_CHANGED",
      subjectId: memberId,
      data: n % 2 ? { from: "MODERATOR", to: "MEMBER" } : { from: "MEMBER", to: "MODERATOR" },
    });
  }
  await appendAudit(sqlOf(pool), {
    actorId: memberId,
    kind: "SUGGESTION_CLOSED",
    subjectId: adminId,
    data: {},
  });

  const all = await list({});
  expect(all.events[0]).toMatchObject({ actorId: memberId, kind: "SUGGESTION_CLOSED", at: expect.any(Date) });
  const seen: number[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const { events, next } = await list({ person: memberId, before });
    seen.push(...events.map(({ seq }) => seq));
    before = next;
  }
  expect(seen).toHaveLength(61);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect((await list({ person: adminId, kind: "SUGGESTION_CLOSED" })).events).toMatchObject([
    { subjectId: adminId, actorId: memberId },
  ]);
  expect((await list({ person: adminId, kind: "ROLE_CHANGED", before: seen[50] })).events).toHaveLength(10);
});

test("invalid search params show the whole log", () => {
  const query = auditQuerySchema.parse({ kind: "X", person: "1'", before: "-3" });
  expect(query).toEqual({ kind: "", person: "", before: undefined });
  expect(auditHref(query)).toBe("/admin/audit");
  expect(auditHref({ kind: "EXPORTED", before: 7 })).toBe("/admin/audit?kind=EXPORTED&before=7");
});
