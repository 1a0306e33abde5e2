/** What the addresses of lists have in common: a place in the list, and what is searched for. */
import { z } from "zod";
import { writtenLine } from "./written-text.ts";

/** A place in a list that is in the order of time: right after, or right before, what has these. */
export type ListCursor = { at: Date; id: string };

export const cursorText = ({ at, id }: ListCursor) => `${at.getTime().toString(36)}.${id}`;

export function parseCursor(text: string): ListCursor | undefined {
  const [, at, id] = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !z.guid().safeParse(id).success) return undefined;
  return { at: new Date(Number.parseInt(at, 36)), id: id! };
}

/** An address is typed, cut and shared: what it says badly counts as not said. */
export const cursorSchema = z.string().transform(parseCursor).optional().catch(undefined);

export const maxSearchChars = 60;

export const searchSchema = z
  .string()
  .catch("")
  .transform((text) => writtenLine(text).slice(0, maxSearchChars));
