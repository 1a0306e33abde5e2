import { jsonrepair } from "jsonrepair";

/** An answer may hold 8,000 tokens, and the thoughts before it as much again and more. */
const maxChars = 100_000;
/** Characters that are looked at in search of valid values: 50 ms. Each is looked at once for every bracket before it. */
const maxSteps = 2_000_000;
/** A verdict has five levels. Whoever compares a value or writes it again recurses through it. */
const maxDepth = 32;
/** What it costs to find that something is no value. */
const stepsOfFailure = 1000;

/**
 * The JSON in a model's answer, whatever it is wrapped in: fences, words before and after it, a BOM. What the model
 * thought before it answered does not count. Each reading holds the outermost values in their order; the first is of
 * what is valid as it stands, the second of what is valid after repair (trailing commas, single or curly quotes, NaN).
 * A reading may be empty. The caller's schema decides which value, if any, is an answer.
 */
export function* readJson(answer: string): Generator<unknown[]> {
  const text = answer.slice(0, maxChars).replace(/^[\uFEFF\s]+/, "");
  const spans = [...validSpans(text)];
  const said = afterThoughts(text, spans);
  yield spans
    .filter(({ start, end }) => start >= said.start && end <= said.end)
    .flatMap(({ value }) => unquoted(value));
  yield repairedIn(text.slice(said.start, said.end));
}

type Span = { start: number; end: number; value: unknown };

function* validSpans(text: string): Generator<Span> {
  let steps = maxSteps;
  // A whole answer in quotes is JSON within a string.
  const whole = text.startsWith('"') ? parsed(text.trimEnd()) : undefined;
  if (typeof whole === "string") return yield { start: 0, end: text.length, value: whole };
  for (let at = nextBracket(text, 0); at >= 0 && steps > 0;) {
    const end = endOfValue(text, at);
    const value = end === null ? undefined : parsed(text.slice(at, end));
    steps -= (end ?? text.length) - at + (value === undefined ? stepsOfFailure : 0);
    if (value !== undefined) yield { start: at, end: end!, value };
    at = nextBracket(text, value === undefined ? at + 1 : end!);
  }
}

function nextBracket(text: string, from: number): number {
  const bracket = /[{[]/g;
  bracket.lastIndex = from;
  return bracket.exec(text)?.index ?? -1;
}

/** Where the bracket that opens at `start` is closed again. Null: never, or too deep. */
function endOfValue(text: string, start: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted) {
      if (char === "\\") at += 1;
      else if (char === '"') isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === "{" || char === "[") {
      depth += 1;
      if (depth > maxDepth) return null;
    } else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A string that holds JSON counts as that JSON: some servers encode an answer twice. */
function unquoted(value: unknown): unknown[] {
  return typeof value === "string" ? [...validSpans(value.trim())].map((span) => span.value) : [value];
}

/** Ends thoughts, as reasoning models and their chat templates write it. The last two are Harmony's, with and without its marks. */
const thoughtsEnd =
  /<\/[\w:-]{0,20}(?:think|thinking|thoughts?|reason|reasoning|reflection|analysis)>|\[\/think\]|◁\/think▷|<\|end_thinking\|>|<\|channel\|>final(?:[^<]{0,40}<\|constrain\|>\w{0,10})?<\|message\|>|\bassistantfinal/gi;
const thoughtsBegin =
  /<[\w:-]{0,20}(?:think|thinking|thoughts?|reason|reasoning|reflection|analysis)>|\[think\]|◁think▷|<\|start_thinking\|>|<\|channel\|>analysis/gi;

/**
 * The part of the text after its thoughts and before any that do not end. A mark within a valid value is a quote from an
 * item: it ends nothing.
 */
function afterThoughts(text: string, spans: Span[]): { start: number; end: number } {
  const isQuoted = (at: number) => spans.some(({ start, end }) => at > start && at < end);
  const lastEnd = [...text.matchAll(thoughtsEnd)].findLast(({ index }) => !isQuoted(index));
  const start = lastEnd ? lastEnd.index + lastEnd[0].length : 0;
  const begins = [...text.matchAll(thoughtsBegin)].find(({ index }) => index >= start && !isQuoted(index));
  return { start, end: begins?.index ?? text.length };
}

/** Repairs each fenced block; where that yields nothing, all from the first bracket to the last. */
function repairedIn(text: string): unknown[] {
  const [before, ...blocks] = text.split(/```[\w.+-]*/);
  const values = blocks.length > 0 ? [before!, ...blocks].flatMap(repaired) : [];
  return values.length > 0 ? values : repaired(text);
}

function repaired(text: string): unknown[] {
  const from = nextBracket(text, 0);
  const to = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  // One without an end was cut off: what it lacks is not for us to add.
  if (from < 0 || to <= from) return [];
  try {
    const value: unknown = JSON.parse(jsonrepair(text.slice(from, to).replaceAll("＂", '"')));
    return isDeep(value) ? [] : [value];
  } catch {
    return []; // also when it is nested deeper than the stack
  }
}

/** Whether a value has more levels than may be. Looks no further down than that. */
const isDeep = (value: unknown, levels = maxDepth): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1)));
