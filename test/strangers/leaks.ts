import { readFileSync } from "node:fs";

import { pool } from "../../lib/db.ts";
import { ask } from "./ask.ts";
import { type PrivateField, canariesIn, diaryFields } from "./canaries.ts";

/** Tables and columns where each private field is kept; anywhere else it has no business. */
const homes: Partial<Record<PrivateField, string[]>> = {
  heldReview: ["review_revision.body"],
  rejectedReview: ["review_revision.body"],
  rejectionNote: ["verdict.note"],
  appeal: ["appeal.text"],
  appealMessage: ["appeal_message.text"],
  report: ["report.text"],
  suggestion: ["gym_suggestion.text"],
  memberNote: ["member_note.text"],
  mailAddress: ["member.email", "mail.to", "account_link.email", "member_search.form"],
  sessionDevice: ["session.device"],
  securityLogDevice: ["security_event.device"],
  passkeyName: ["passkey.name", "security_event.data"],
  pushDevice: ["push_subscription.device"],
  pushEndpoint: ["push_subscription.endpoint"],
  pushSecret: ["push_subscription.auth"],
  identitySubject: ["identity.subject"],
  mailedDevice: ["mail.data"],
  displacedAddress: ["member.displaced_email"],
  suspensionReason: ["member.suspension_reason"],
  suspensionAppeal: ["suspension_appeal.text"],
};

type Column = { schema: string; table: string; column: string };

/** Every word that looks like a canary, in any text or JSON of the database, with where it is. */
async function readTexts(): Promise<{ place: string; text: string }[]> {
  const found: { place: string; text: string }[] = [];
  for (const { schema, table, column } of await listColumns([
    "text",
    "character varying",
    "json",
    "jsonb",
    "ARRAY",
  ])) {
    const { rows } = await pool.query<{ text: string }>(
      `SELECT DISTINCT match[1] AS text FROM "${schema}"."${table}" t,
              regexp_matches(t."${column}"::text, '(zq[a-z]{14})', 'g') AS match`,
    );
    found.push(...rows.map(({ text }) => ({ place: placeOf({ schema, table, column }), text })));
  }
  return found;
}

/** What was stored unsealed shows in its bytes. */
async function readBytes(): Promise<{ place: string; text: string }[]> {
  const found: { place: string; text: string }[] = [];
  for (const { schema, table, column } of await listColumns(["bytea"])) {
    const { rows } = await pool.query<{ bytes: Buffer }>(
      `SELECT "${column}" AS bytes FROM "${schema}"."${table}" WHERE position('zq' IN "${column}") > 0`,
    );
    found.push(
      ...rows.map(({ bytes }) => ({
        place: placeOf({ schema, table, column }),
        text: bytes.toString("latin1"),
      })),
    );
  }
  return found;
}

async function listColumns(types: string[]): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT table_schema AS schema, table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema IN ('public', 'pgboss') AND data_type = ANY ($1)
        AND (table_schema, table_name) IN (SELECT schemaname, tablename FROM pg_tables)`,
    [types],
  );
  return rows;
}

const placeOf = ({ schema, table, column }: Column): string =>
  `${schema === "public" ? "" : `${schema}.`}${table}.${column}`;

/** What a text that leaves Sora's hands (a log, metrics, spans) holds of anybody's private words. */
export const leaksOf = (place: string, text: string): string[] =>
  canariesIn(text).map((field) => `${place} holds a victim's ${field}`);

/** Private words in the database where they are not kept: job payloads, audit rows, caches, or unsealed. */
export async function leaksInDatabase(): Promise<string[]> {
  const found = [...(await readTexts()), ...(await readBytes())];
  const leaks = found.flatMap(({ place, text }) =>
    canariesIn(text)
      .filter((field) => diaryFields.includes(field) || !homes[field]?.includes(place))
      .map((field) => `${place} holds a victim's ${field}`),
  );
  return [...new Set(leaks)];
}

type Outlets = {
  url: string;
  logFiles: readonly string[];
  spans: readonly { body: string }[];
  metricsToken: string;
};

/** Looks for every canary of the run wherever a server may have put it. */
export async function findLeaks({ url, logFiles, spans, metricsToken }: Outlets) {
  const metrics = await ask(`${url}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const logs = logFiles.map((file) => readFileSync(file, "utf8"));
  const problems = [
    ...logs.flatMap((log) => leaksOf("the log", log)),
    ...spans.flatMap(({ body }) => leaksOf("a span", body)),
    ...leaksOf("/api/metrics", metrics.text),
    ...(await leaksInDatabase()),
  ];
  if (metrics.status !== 200) problems.push(`/api/metrics answers ${metrics.status}`);
  if (spans.length === 0) problems.push("no spans came: they are not tried");
  const cells = new Map([
    ["lines of logs", logs.reduce((sum, log) => sum + log.split("\n").length, 0)],
    ["batches of spans", spans.length],
    ["characters of metrics", metrics.text.length],
  ]);
  return { cells, problems: [...new Set(problems)] };
}
