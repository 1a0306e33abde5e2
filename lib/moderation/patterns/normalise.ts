import { createHash } from "node:crypto";

import { type Unit, composeJamo, toTypedLetter } from "./jamo.ts";

/**
 * `text` is equal for texts that look equal to people. `original(from, to)` returns the written words of a part of
 * `text`.
 */
export type Normalised = { text: string; original: (from: number, to: number) => string };

/**
 * Removes compatibility forms (NFKC), invisible characters, separately typed Hangul letters, separated letters (씨 발,
 * f.u.c.k), case and spacing.
 */
export function normalise(written: string): Normalised {
  let unitAt: Unit[] | undefined;
  return {
    text: comparedText(written),
    original: (from, to) => {
      unitAt ??= comparedUnits(written).flatMap((unit) =>
        Array.from({ length: unit.char.length }, () => unit),
      );
      return from < to && unitAt[to - 1] ? written.slice(unitAt[from]!.start, unitAt[to - 1]!.end) : "";
    },
  };
}

/** The text of `comparedUnits`, faster: only unusual characters are handled one by one. */
function comparedText(written: string): string {
  const clean = cleanText(written);
  if (clean.includes("Σ")) return textOf(comparedUnits(written)); // its lower case depends on what follows
  const lower = clean.toLowerCase();
  const together = lower.replaceAll(apart, (run) => run.replaceAll(/\P{L}+/gu, ""));
  return together.replaceAll(typedRun, composedText).replaceAll(/\s+/g, " ").trim();
}

/** Unusual characters, with the character before: a mark or letter may belong to it. */
const strangeRun = /[ -~\n가-힣]?[^ -~\n가-힣]+/g;

/** Separately typed letters, with the syllable before: the first letter may belong to it. */
const typedRun = /[가-힣]?[ㄱ-ㅣ]+/g;

const cleanText = (written: string) => written.replaceAll(strangeRun, (run) => textOf(readUnits(run)));

const composedText = (letters: string) =>
  textOf(composeJamo(Array.from(letters, (char, at) => ({ char, start: at, end: at + 1 }))));

const comparedUnits = (written: string) =>
  collapseSpaces(composeJamo(joinApart(lowerCase(readUnits(written)))));

/** The text for the model: without hidden or disguised characters, but with the written case and lines. */
export function readable(written: string): string {
  return cleanText(written)
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** sha256 of the normalised text, in hex. */
export const textHash = (written: string): string => hashOf(comparedText(written));

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const cluster = /[\s\S][\p{M}\u1160-\u11ff\ud7b0-\ud7fb]*/uy;

// Format characters (zero-width, direction, tags), fillers, variation selectors, controls except white space, and
// marks without a letter to merge with (struck-through and "zalgo" text).
const invisible =
  /\p{Cf}|[\u115f\u1160\u3164\uffa0\u2800]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|[\u0300-\u036f]|[\u0489\u20d0-\u20ff]|(?!\s)\p{Cc}/gu;

/** ASCII and Hangul syllables: nearly all of a review, and unchanged by NFKC. */
export const isPlainText = (text: string) => /^[ -~\n가-힣]*$/.test(text);
const isPlain = (code: number) =>
  (code >= 0x20 && code <= 0x7e) || code === 0x0a || (code >= 0xac00 && code <= 0xd7a3);

function readUnits(written: string): Unit[] {
  const units: Unit[] = [];
  for (let start = 0; start < written.length;) {
    const isLast = start + 1 === written.length;
    if (isPlain(written.charCodeAt(start)) && (isLast || isPlain(written.charCodeAt(start + 1)))) {
      units.push({ char: written[start]!, start, end: start + 1 });
      start += 1;
      continue;
    }
    cluster.lastIndex = start;
    const [piece] = cluster.exec(written)!;
    const end = start + piece.length;
    for (const char of piece.normalize("NFKC").replaceAll(invisible, "")) {
      units.push({ char: toTypedLetter(char), start, end });
    }
    start = end;
  }
  return composeJamo(units);
}

const lowerCase = (units: Unit[]) =>
  units.map((unit) => {
    if (unit.char >= "가" && unit.char <= "힣") return unit;
    const char = unit.char.toLowerCase();
    return char === unit.char ? unit : { ...unit, char };
  });

// Single letters in a row, separated by spaces or punctuation. Two suffice in Hangul, the usual disguise of a
// swearword; Latin needs four, so that initials are not joined.
const apart =
  /(?<![\p{L}\p{N}])(?:[가-힣ㄱ-ㅣ](?:[\s.·•_*~^\-|/,]{1,3}[가-힣ㄱ-ㅣ])+|[a-z](?:[\s.·•_*~^\-|/,]{1,3}[a-z]){3,})(?![\p{L}\p{N}])/gu;

function joinApart(units: Unit[]): Unit[] {
  const offsets: number[] = [];
  let text = "";
  for (const { char } of units) {
    offsets.push(text.length);
    text += char;
  }
  const ranges = [...text.matchAll(apart)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
  }));
  if (ranges.length === 0) return units;
  let next = 0;
  return units.filter(({ char }, at) => {
    while (ranges[next] && ranges[next]!.to <= offsets[at]!) next += 1;
    const isInside = ranges[next] !== undefined && ranges[next]!.from <= offsets[at]!;
    return !isInside || /[\p{L}]/u.test(char);
  });
}

function collapseSpaces(units: Unit[]): Unit[] {
  const collapsed: Unit[] = [];
  for (const unit of units) {
    const isSpace =
      unit.char === " " || (!isPlain(unit.char.charCodeAt(0)) && /\s/.test(unit.char)) || unit.char === "\n";
    const last = collapsed.at(-1);
    if (!isSpace) collapsed.push(unit);
    else if (last && last.char !== " ") collapsed.push({ ...unit, char: " " });
  }
  if (collapsed.at(-1)?.char === " ") collapsed.pop();
  return collapsed;
}

const textOf = (units: Unit[]) => units.map(({ char }) => char).join("");
