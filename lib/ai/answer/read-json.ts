import { jsonrepair } from "jsonrepair";

/**
 * An answer has up to 8,000 tokens, and its thoughts may be longer. The steps limit the search for valid values to 50
 * ms: a character counts once for each bracket before it that is tried. A verdict has five levels, and comparing or
 * serializing a value recurses through them.
 */
const maxChars = 100_000;
const maxSteps = 2_000_000;
const maxDepth = 32;
const stepsOfFailure = 1000;

/**
 * Yields the JSON values of a model's answer, without code fences, surrounding words, a BOM and thoughts:
 * first the outermost valid values in their order, then those that are valid after repair (trailing commas,
 * single or curly quotes, NaN). Both lists may be empty. The caller's schema decides which value is an
 * answer.
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

function unquoted(value: unknown): unknown[] {
  return typeof value === "string" ? [...validSpans(value.trim())].map((span) => span.value) : [value];
}

/**
 * Marks of reasoning models and their chat templates. The last two are Harmony's, with and without its
 * tokens.
 */
const thoughtsEnd =
  /<\/[\w:-]{0,20}(?:think|thinking|thoughts?|reason|reasoning|reflection|analysis)>|\[\/think\]|◁\/think▷|<\|end_thinking\|>|<\|channel\|>final(?:[^<]{0,40}<\|constrain\|>\w{0,10})?<\|message\|>|\bassistantfinal/gi;
const thoughtsBegin =
  /<[\w:-]{0,20}(?:think|thinking|thoughts?|reason|reasoning|reflection|analysis)>|\[think\]|◁think▷|<\|start_thinking\|>|<\|channel\|>analysis/gi;

/** A mark within a valid value is a quote from an item. It does not end the thoughts. */
function afterThoughts(text: string, spans: Span[]): { start: number; end: number } {
  const isQuoted = (at: number) => spans.some(({ start, end }) => at > start && at < end);
  const lastEnd = [...text.matchAll(thoughtsEnd)].findLast(({ index }) => !isQuoted(index));
  const start = lastEnd ? lastEnd.index + lastEnd[0].length : 0;
  const begins = [...text.matchAll(thoughtsBegin)].find(({ index }) => index >= start && !isQuoted(index));
  return { start, end: begins?.index ?? text.length };
}

function repairedIn(text: string): unknown[] {
  const [before, ...blocks] = text.split(/```[\w.+-]*/);
  const values = blocks.length > 0 ? [before!, ...blocks].flatMap(repaired) : [];
  return values.length > 0 ? values : repaired(text);
}

function repaired(text: string): unknown[] {
  const from = nextBracket(text, 0);
  const to = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  // A text without a closing bracket was cut off. Repair would invent the rest.
  if (from < 0 || to <= from) return [];
  try {
    const value: unknown = JSON.parse(jsonrepair(text.slice(from, to).replaceAll("＂", '"')));
    return isDeep(value) ? [] : [value];
  } catch {
    return [];
  }
}

const isDeep = (value: unknown, levels = maxDepth): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1)));
