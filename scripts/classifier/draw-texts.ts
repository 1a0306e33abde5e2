import { seededRandom } from "./linear-models.ts";

type Draw = (words: readonly string[]) => string;
export type Template = (draw: Draw) => string;

const ends = ["", "", "", ".", "!", "~", "ㅎㅎ", "ㅠㅠ", "ㅋㅋ", "^^", "..", "!!"];

/** Generates texts of one or two sentences. Deterministic. `tail`: a second sentence of another kind. */
export function drawTexts(
  templates: readonly Template[],
  { count, seed, tail }: { count: number; seed: number; tail?: Template },
): string[] {
  const random = seededRandom(seed);
  const draw = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const sentence = () => draw(templates)(draw) + draw(ends);
  const texts = [sentence, sentence, sentence, () => `${sentence()} ${sentence()}`];
  if (tail) texts.push(() => `${sentence()} ${tail(draw)}`);
  return Array.from({ length: count }, () => draw(texts)());
}
