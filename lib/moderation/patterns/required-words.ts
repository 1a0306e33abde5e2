import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

export type WordChoice = string[];

/** Longer choices hardly filter and cost more than the pattern itself. */
const maxWords = 150;

/**
 * The words that a match needs: at least one of each choice. Derived from the pattern, so that no possible match is
 * skipped. Empty when nothing is certain.
 */
export function requiredWords(pattern: RegExp): WordChoice[] {
  const { exact, choices } = read(parse(pattern));
  const all = exact ? [...choices, exact] : choices;
  return all.filter((words) => words.length <= maxWords && words.every((word) => word.length > 0));
}

export function literalWords(pattern: RegExp): string[] {
  const words = new Set<string>();
  visitRegExpAST(parse(pattern), {
    onAlternativeEnter({ elements }) {
      let run = "";
      for (const element of [...elements, null]) {
        if (element?.type === "Character") run += String.fromCodePoint(element.value);
        else if (run.length > 1) words.add(run);
        if (element?.type !== "Character") run = "";
      }
    },
  });
  return [...words];
}

const parse = ({ source, flags }: RegExp): AST.Pattern =>
  new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u") });

/** `exact`: all strings that the node can match, if they are few. `choices`: what a match must also contain. */
type Read = { exact: string[] | null; choices: WordChoice[] };

const anything: Read = { exact: null, choices: [] };
const nothing: Read = { exact: [""], choices: [] };

function read(node: AST.Node): Read {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return oneOf(node.alternatives.map(read));
    case "Alternative":
      return inOrder(node.elements.map(read));
    case "Character":
      return { exact: [String.fromCodePoint(node.value)], choices: [] };
    case "CharacterClass":
      return readClass(node);
    case "Assertion":
      return readAssertion(node);
    case "Quantifier":
      return repeated(node, read(node.element));
    default:
      return anything;
  }
}

/** Matches no characters, but the text must contain what a positive lookaround requires. */
function readAssertion(node: AST.Assertion): Read {
  if (!("alternatives" in node) || node.negate) return nothing;
  const { exact, choices } = oneOf(node.alternatives.map(read));
  return { exact: [""], choices: exact ? [...choices, exact] : choices };
}

function readClass({ negate, elements }: AST.CharacterClass): Read {
  const chars = elements.map((one) => (one.type === "Character" ? String.fromCodePoint(one.value) : null));
  if (negate || chars.length > 6 || chars.some((char) => char === null)) return anything;
  return { exact: chars.filter((char) => char !== null), choices: [] };
}

function repeated({ min, max }: AST.Quantifier, { exact, choices }: Read): Read {
  if (min === 0) return max === 1 && exact ? { exact: [...new Set(["", ...exact])], choices: [] } : anything;
  if (min === 1 && max === 1) return { exact, choices };
  return { exact: null, choices: exact ? [...choices, exact] : choices };
}

/** A match contains a word of the best choice of one alternative, and of each choice that all alternatives share. */
function oneOf(alternatives: Read[]): Read {
  if (alternatives.length === 1) return alternatives[0]!;
  if (alternatives.every(({ exact, choices }) => exact && choices.length === 0)) {
    return limited([...new Set(alternatives.flatMap(({ exact }) => exact!))]);
  }
  const choicesOfEach = alternatives.map(({ exact, choices }) => (exact ? [...choices, exact] : choices));
  const best = choicesOfEach.map(bestOf);
  if (best.some((words) => words === null)) return anything;
  const ofAny = [...new Set(best.flatMap((words) => words!))];
  return { exact: null, choices: [...inEach(choicesOfEach), ofAny] };
}

function inEach([first, ...others]: WordChoice[][]): WordChoice[] {
  const keyOf = (words: WordChoice) => words.toSorted().join("\n");
  const keys = others.map((choices) => new Set(choices.map(keyOf)));
  return first!.filter((words) => bestOf([words]) && keys.every((known) => known.has(keyOf(words))));
}

function inOrder(elements: Read[]): Read {
  let run: string[] | null = [""];
  let isWhole = true;
  const choices: WordChoice[] = [];
  const endRun = () => {
    if (run && bestOf([run])) choices.push(run);
    run = null;
  };
  for (const element of elements) {
    choices.push(...element.choices);
    const { exact } = element;
    const joined: string[] | null =
      exact && run ? [...new Set(run.flatMap((start) => exact.map((end) => start + end)))] : exact;
    if (exact && run && joined!.length <= maxWords) {
      run = joined;
      continue;
    }
    isWhole = false;
    endRun();
    run = exact;
  }
  if (isWhole && choices.length === 0) return { exact: run, choices };
  endRun();
  return { exact: null, choices };
}

const limited = (exact: string[]): Read => (exact.length <= maxWords ? { exact, choices: [] } : anything);

function bestOf(choices: WordChoice[]): WordChoice | null {
  const shortest = (words: WordChoice) => Math.min(...words.map((word) => word.length));
  const useful = choices.filter((words) => words.length <= maxWords && shortest(words) > 0);
  return useful.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0] ?? null;
}
