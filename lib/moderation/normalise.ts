import { createHash } from "node:crypto";

import { type Unit, composeJamo, toTypedLetter } from "./jamo.ts";

/** A text as it is compared: what people see alike is alike. `original(from, to)` gives back the words that were written. */
export type Normalised = { text: string; original: (from: number, to: number) => string };

/**
 * Undoes compatibility forms (NFKC), invisible characters, Hangul typed letter by letter, letters set apart
 * (씨 발, f.u.c.k), case and spacing.
 */
export function normalise(written: string): Normalised {
  const units = comparedUnits(written);
  // A unit may be several UTF-16 units long; `unitAt` knows for each of them where it came from.
  const unitAt = units.flatMap((unit) => Array.from({ length: unit.char.length }, () => unit));
  return {
    text: textOf(units),
    original: (from, to) =>
      from < to && unitAt[to - 1] ? written.slice(unitAt[from]!.start, unitAt[to - 1]!.end) : "",
  };
}

const comparedUnits = (written: string) =>
  collapseSpaces(composeJamo(joinApart(lowerCase(readUnits(written)))));

/** What the model reads: nothing hidden, nothing in disguise, but with case, lines and spaces as they were. */
export function readable(written: string): string {
  return textOf(readUnits(written))
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Equal for texts that are judged alike: sha256 of the normalised text, in hex. */
export function textHash(written: string): string {
  return createHash("sha256")
    .update(textOf(comparedUnits(written)))
    .digest("hex");
}

/** A character with the marks and conjoining letters that belong to it. */
const cluster = /[\s\S][\p{M}\u1160-\u11ff\ud7b0-\ud7fb]*/gu;

// Format characters (zero-width, direction, tags), fillers, variation selectors, controls other than white space,
// and marks that found no letter to merge with (struck-through and "zalgo" text).
const invisible =
  /\p{Cf}|[\u115f\u1160\u3164\uffa0\u2800]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|[\u0300-\u036f]|[\u0489\u20d0-\u20ff]|(?!\s)\p{Cc}/gu;

/** What nearly all of a review is made of, and what none of the forms below changes. */
const plain = /^[ -~\n가-힣]$/;

function readUnits(written: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: piece, index: start } of written.matchAll(cluster)) {
    if (plain.test(piece)) {
      units.push({ char: piece, start, end: start + 1 });
      continue;
    }
    for (const char of piece.normalize("NFKC").replaceAll(invisible, "")) {
      units.push({ char: toTypedLetter(char), start, end: start + piece.length });
    }
  }
  return composeJamo(units);
}

const lowerCase = (units: Unit[]) =>
  units.map((unit) => {
    const char = unit.char.toLowerCase();
    return char === unit.char ? unit : { ...unit, char };
  });

// Letters that stand alone, in a row, with spaces or dots between them. Two are enough in Hangul, where it is the
// usual way to hide a swearword; Latin needs four, or the initials of things would be words.
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
    const isSpace = /\s/.test(unit.char);
    const last = collapsed.at(-1);
    if (!isSpace) collapsed.push(unit);
    else if (last && last.char !== " ") collapsed.push({ ...unit, char: " " });
  }
  if (collapsed.at(-1)?.char === " ") collapsed.pop();
  return collapsed;
}

const textOf = (units: Unit[]) => units.map(({ char }) => char).join("");
