import { linkLength } from "./bare-link";

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "link"; text: string; href: string }
  | { kind: "note"; label: string };

const special = /\n|https?:\/\/|\bwww\.|\[\^[^\s\][]{1,20}\](?::[ \t])?/gi;
const maxAddressChars = 2048;

/** What Markdown's own syntax leaves as text: line breaks, links without brackets, numbers of footnotes. */
export function splitText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(special)) {
    if (index < from) continue; // inside an address
    const found =
      match === "\n" ? lineBreak : match.startsWith("[") ? noteAt(text, index, match) : linkAt(text, index);
    if (!found) continue;
    if (index > from) pieces.push({ kind: "text", text: text.slice(from, index) });
    pieces.push(...found.pieces);
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

type Found = { pieces: Piece[]; length: number };

const lineBreak: Found = { pieces: [{ kind: "break" }], length: 1 };

function linkAt(text: string, index: number): Found | undefined {
  if (/[a-z0-9]/i.test(text[index - 1] ?? "")) return undefined;
  const length = linkLength(text.slice(index, index + maxAddressChars));
  if (length === 0) return undefined;
  const link = text.slice(index, index + length);
  const href = /^http/i.test(link) ? link : `https://${link}`;
  return { pieces: [{ kind: "link", text: link, href }], length };
}

/** A note itself, `[^1]: …`, begins its line: its number needs no colon. */
function noteAt(text: string, index: number, match: string): Found {
  const reference = match.slice(0, match.indexOf("]") + 1);
  const number: Piece = { kind: "note", label: reference.slice(2, -1) };
  const isNote = match !== reference && (index === 0 || text[index - 1] === "\n");
  return isNote
    ? { pieces: [number, { kind: "text", text: " " }], length: match.length }
    : { pieces: [number], length: reference.length };
}
