import { z } from "zod";
import { writtenLine } from "../written-text.ts";

export type ListCursor = { at: Date; id: string };

export const cursorText = ({ at, id }: ListCursor) => `${at.getTime().toString(36)}.${id}`;

export function parseCursor(text: string): ListCursor | undefined {
  const [, at, id] = /^([0-9a-z]{1,9})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !z.guid().safeParse(id).success) return undefined;
  return { at: new Date(Number.parseInt(at, 36)), id: id! };
}

/** Addresses are typed, cut and shared: an invalid cursor counts as absent. */
export const cursorSchema = z.string().transform(parseCursor).optional().catch(undefined);

export const maxSearchChars = 60;

export const searchSchema = z
  .string()
  .catch("")
  .transform((text) => writtenLine(text).slice(0, maxSearchChars));
