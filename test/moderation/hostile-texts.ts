import { type AST, RegExpParser } from "@eslint-community/regexpp";

import { allPatterns } from "../../lib/moderation/patterns/all-patterns.ts";
import { randomFrom } from "../seeded-random.ts";

type Random = ReturnType<typeof randomFrom>;

const most = 30;

/** A random beginning of a match, with its repetitions extended. */
function beginningOf(pattern: AST.Pattern, random: Random): string {
  const write = (node: AST.Node): string => {
    switch (node.type) {
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        return write(random.pick(node.alternatives)!);
      case "Assertion":
        return node.kind === "lookahead" && !node.negate ? write(random.pick(node.alternatives)!) : "";
      case "Alternative":
        return node.elements.map(write).join("");
      case "Quantifier": {
        const max = Math.min(node.max, most);
        const times = random.below(3) === 0 ? max : Math.min(max, node.min + random.below(2));
        return Array.from({ length: times }, () => write(node.element)).join("");
      }
      case "Character":
        return String.fromCodePoint(node.value);
      case "CharacterClass":
        return node.negate ? random.pick([..."가a 1.\n-"])! : writeClass(node);
      case "CharacterSet":
        return random.pick(
          node.kind === "digit" ? [..."0189"] : node.kind === "space" ? [..." \n"] : [..."가a1_ ."],
        )!;
      default:
        return "";
    }
  };
  const writeClass = ({ elements }: AST.CharacterClass): string => {
    const one = random.pick(elements);
    if (one?.type === "CharacterClassRange")
      return String.fromCodePoint(one.min.value + random.below(one.max.value - one.min.value + 1));
    return one ? write(one) : "";
  };
  const text = write(pattern);
  return text.slice(0, 1 + random.below(text.length));
}

const parser = new RegExpParser();
const trees = allPatterns.map(({ source, flags }) =>
  parser.parsePattern(source, 0, source.length, { unicode: flags.includes("u") }),
);

/** Repeats the pattern's own beginnings, to make it backtrack. */
export function pumpsOf(at: number, chars: number, count: number): string[] {
  const random = randomFrom(at);
  return Array.from({ length: count }, (_, made) => {
    const beginning = beginningOf(trees[at]!, random);
    const unit = made % 2 === 0 ? beginning : beginning + beginningOf(trees[at]!, random);
    return unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);
  });
}

/** From the beginnings of all patterns; half of the texts repeat a few of them. Seeded. */
export function hostileTexts(chars: number, count: number): string[] {
  const random = randomFrom(99);
  const piece = () => beginningOf(random.pick(trees)!, random);
  return Array.from({ length: count }, (_, made) => {
    let text = "";
    const pieces = made % 2 === 0 ? Array.from({ length: 1 + random.below(3) }, piece) : null;
    while (text.length < chars)
      text += (pieces ? random.pick(pieces)! : piece()) + random.pick(["", " ", ""])!;
    return text.slice(0, chars);
  });
}
