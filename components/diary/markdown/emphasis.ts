import { attention } from "micromark-core-commonmark";
import type { Construct, Extension, State } from "micromark-util-types";

/**
 * Emphasis as a Korean reader expects it. CommonMark needs a space or a punctuation mark next to a closing mark that
 * follows punctuation; Korean puts a particle there: `**"쉬기"**는`. It also strikes or slants numbers: `3*4 … 5*6`.
 */

const isSpace = (char: string) => char === "" || /^\s$/.test(char);
/** Scripts without spaces between words, or with particles, and their full-width punctuation. */
const isWide = (char: string) =>
  /^[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]$/.test(char);
const isPunctuation = (char: string) => !isWide(char) && /^[\p{P}\p{S}]$/u.test(char);
const isOpening = (char: string) => /^[\p{Ps}\p{Pi}"']$/u.test(char);
const isEnding = (char: string) => /^[\p{Pe}\p{Pf}"'.!?%]$/u.test(char);
const isDigit = (char: string) => /^\d$/.test(char);

/** Marks inside numbers (`3*4`, `10**5`) and faces (`^_^`, `ㅠ_ㅠ`, `>_<`). */
const isOrdinary = (before: string, mark: string, after: string) =>
  (mark.startsWith("*") && isDigit(before) && isDigit(after)) ||
  (mark === "_" && !isSpace(before) && (before === after || (before === ">" && after === "<")));

/**
 * Whether a run of `*`, `_` or `~` can open or close emphasis.
 * @param before the character before the run, "" at the start of its text
 * @param after the character after the run, "" at the end of its text
 */
export function flanks(before: string, run: string, after: string): { opens: boolean; closes: boolean } {
  if (isOrdinary(before, run, after)) return { opens: false, closes: false };
  const isDouble = run.length > 1;
  const isLeft =
    !isSpace(after) &&
    (!isPunctuation(after) ||
      isSpace(before) ||
      isPunctuation(before) ||
      isWide(before) ||
      (isDouble && isOpening(after)));
  const isRight =
    !isSpace(before) &&
    (!isPunctuation(before) ||
      isSpace(after) ||
      isPunctuation(after) ||
      isWide(after) ||
      (isDouble && isEnding(before)));

  if (run.startsWith("*")) return { opens: isLeft, closes: isRight };
  if (run.startsWith("_"))
    return {
      opens: isLeft && (!isRight || isPunctuation(before) || (isDouble && isWide(before))),
      closes: isRight && (!isLeft || isPunctuation(after) || isWide(after)),
    };
  // One tilde is a range (`3~4회`), two after a letter a drawn-out tone (`좋아요~~그럼`).
  const isStrike = run.length === 2;
  return { opens: isStrike && isLeft && !/^[\p{L}\p{N}]$/u.test(before), closes: isStrike && isRight };
}

/** Micromark gives a line ending or the end of the text as null or a negative number. */
const charOf = (code: number | null) => (code === null || code < 0 ? "" : String.fromCharCode(code));

const construct: Construct = {
  name: "koreanAttention",
  resolveAll: attention.resolveAll!,
  tokenize(effects, ok) {
    const before = charOf(this.previous);
    let run = "";
    const inside: State = (code) => {
      if (charOf(code) === run[0]) {
        run += run[0];
        effects.consume(code);
        return inside;
      }
      const token = effects.exit("attentionSequence");
      const { opens, closes } = flanks(before, run, charOf(code));
      token._open = opens;
      token._close = closes;
      return ok(code);
    };
    return (code) => {
      run = charOf(code);
      effects.enter("attentionSequence");
      effects.consume(code);
      return inside;
    };
  },
};

/** Struck text comes out as `strong` whose source begins with a tilde. */
export const koreanEmphasis: Extension = { text: { 42: construct, 95: construct, 126: construct } };
