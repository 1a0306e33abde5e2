import pg from "pg";

import { inDatabase } from "./database.ts";

const gym = {
  reviewId: crypto.randomUUID(),
  gym: { slug: "nowhere", name: "바다짐", nameEn: null },
  trainer: null,
};
const trainer = { slug: "han", name: "한서연", nameEn: null };

export const contents = {
  approved: { kind: "REVIEW_APPROVED", data: gym },
  rejected: { kind: "REVIEW_REJECTED", data: { ...gym, trainer, rule: "profanity" } },
  held: { kind: "REVIEW_HELD", data: gym },
  delayed: { kind: "REVIEW_DELAYED", data: gym },
  asked: { kind: "APPEAL_ASKED", data: gym },
  upheld: { kind: "APPEAL_DECIDED", data: { ...gym, outcome: "UPHELD" } },
  reply: { kind: "REPLY_FINISHED", data: { date: "2026-11-21" } },
} as const;

/** For tests with separate servers and a separate database. */
export async function tellNewestMember(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("SELECT email FROM member ORDER BY created_at DESC LIMIT 1");
  await insertNotice((text, values) => client.query(text, values), rows[0].email, "reply");
  await client.end();
}

function insertNotice(
  query: (text: string, values: unknown[]) => Promise<unknown>,
  email: string,
  name: keyof typeof contents,
  laterMs = 0,
) {
  const { kind, data } = contents[name];
  return query(
    `WITH told AS (
       INSERT INTO notice (id, member_id, kind, event_key, data, created_at)
       SELECT gen_random_uuid(), id, $2::"NoticeKind", $3, $4, clock_timestamp() + $5 * interval '1 millisecond' FROM member WHERE email = $1
       RETURNING member_id)
     SELECT pg_notify('sora_notice', member_id::text)::text FROM told`,
    [email, kind, crypto.randomUUID(), JSON.stringify(data), laterMs],
  );
}

/** Inserts notices and notifies every server, as the app's transaction does. */
export async function tell(email: string, ...told: (keyof typeof contents)[]) {
  // Notices of one millisecond have no order.
  for (const [at, name] of told.entries()) await insertNotice(inDatabase, email, name, at);
}
