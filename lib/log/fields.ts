import { stripVTControlCharacters } from "node:util";

const maxChars = 200;
const maxNoteChars = 500;

/** Control, format and separator characters can forge lines or reorder what a terminal shows. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function oneLine(text: string, limit: number): string {
  // Cut first: a value may have megabytes.
  const escaped = text
    .slice(0, limit)
    .toWellFormed()
    .replace(invisible, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
  return text.length > limit ? `${escaped}…` : escaped;
}

type Read = (value: unknown) => string | number | undefined;

const number: Read = (value) =>
  typeof value === "number" && Number.isFinite(value) ? Math.round(value * 1000) / 1000 : undefined;

const matching =
  (shape: RegExp): Read =>
  (value) =>
    typeof value === "string" && shape.test(value) ? value : undefined;

const id = matching(/^[\w.:-]{1,128}$/);
const code = matching(/^[\w.:-]{1,64}$/);
const name: Read = (value) => (typeof value === "string" ? oneLine(value, maxChars) : undefined);
/**
 * Text that Sora composes for the operator, or a line of Next's output without its colours. Never what a person
 * wrote.
 */
const note: Read = (value) =>
  typeof value === "string"
    ? oneLine(stripVTControlCharacters(value.slice(0, 2 * maxNoteChars)), maxNoteChars)
    : undefined;

/** The allow list. A value that its reader refuses is dropped. */
const readers = {
  requestId: id,
  method: code,
  route: name,
  status: number,
  digest: id,
  kind: name,
  source: name,
  ms: number,

  error: matching(/^[\w$. <-]{1,200}$/),
  sqlstate: matching(/^[0-9A-Z]{5}$/),
  prisma: matching(/^P\d{4}$/),
  code,
  at: name,

  purpose: code,
  model: name,
  host: name,
  cause: code,
  outcome: code,
  parameter: code,

  memberId: id,
  callId: id,
  replyId: id,
  revisionId: id,
  summaryId: id,
  deviceId: id,
  entryId: id,
  mailId: id,
  keyId: id,

  note,
} satisfies Record<string, Read>;

export type FieldName = keyof typeof readers;

export function allowedFields(given: Record<string, unknown>): Record<string, string | number> {
  const allowed: Record<string, string | number> = {};
  for (const field of Object.keys(given)) {
    const read = Object.hasOwn(readers, field) ? readers[field as FieldName] : undefined;
    const value = read?.(given[field]);
    if (value !== undefined) allowed[field] = value;
  }
  return allowed;
}
