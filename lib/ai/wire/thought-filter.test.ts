import { describe, expect, test } from "vitest";

import { randomFrom } from "../../../test/seeded-random.ts";
import { ThoughtFilter } from "./thought-filter.ts";

function filtered(pieces: string[], options: { mayBeginInThought?: boolean } = {}) {
  let text = "";
  const seen: string[] = [];
  let thoughts = 0;
  const filter = new ThoughtFilter(
    {
      onText: (piece) => seen.push((text += piece)),
      onThinking: () => void (thoughts += 1),
      onRetract: () => void (text = ""),
    },
    options,
  );
  for (const piece of pieces) filter.push(piece);
  filter.end();
  return { text, seen, thoughts, filter };
}

const cutRandomly = (text: string, { below }: ReturnType<typeof randomFrom>) => {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const to = at + 1 + below(6);
    pieces.push(text.slice(at, to));
    at = to;
  }
  return pieces;
};

describe("thoughts are taken out of the text", () => {
  test.each([
    ["<think>\n길게 쓰지 말자\n</think>\n\n오늘도 애썼어요.", "오늘도 애썼어요."],
    ["<think></think>Hi", "Hi"],
    ["\n<think>a</think>\n<think>b</think>\n\nHi there", "Hi there"],
    ["Hi <think>was that kind?</think> there", "Hi there"],
    ["<think>a < b and </thin is no end</think>Hi", "Hi"],
    ["<THINK>a</Think>Hi", "Hi"],
    ["[THINK]a[/THINK]Hi", "Hi"],
    ["◁think▷a◁/think▷Hi", "Hi"],
    ["<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>Hi<|return|>", "Hi"],
    ["analysisWe should be kind.assistantfinalHi", "Hi"],
    ["<think>never ends", ""],
    ["Hi<|im_end|>", "Hi"],
  ])("%j", (written, right) => {
    const random = randomFrom(written.length);
    for (let round = 0; round < 40; round += 1) {
      const { text, seen } = filtered(cutRandomly(written, random));
      expect(text).toBe(right);
      for (const shown of seen) expect(right.startsWith(shown)).toBe(true);
    }
  });
});

test.each([
  "a < b, [x] and <b>bold</b>",
  "The tag `<think>` opens a thought and `</think>` closes it.",
  "analysis of the day",
  "ana",
  "I ♥ <3 < <t",
  "[할 일](#) [",
])("keeps text that is no thought: %j", (text) => {
  const random = randomFrom(text.length);
  for (let round = 0; round < 40; round += 1) expect(filtered(cutRandomly(text, random)).text).toBe(text);
});

test("a thought whose opening tag was not sent is retracted", () => {
  const { text, seen, filter } = filtered(["길게 쓰지 ", "말자\n</th", "ink>\n\n오늘도 ", "애썼어요."]);
  expect(seen[0]).toBe("길게 쓰지 ");
  expect(text).toBe("오늘도 애썼어요.");
  expect(filter.sawBareThought).toBe(true);
});

describe("text that may begin in a thought", () => {
  const undecided = { mayBeginInThought: true };

  test("is not emitted before the thought ends", () => {
    const { seen, text, thoughts } = filtered(["PRIVATE", " </think>", "Hi ", "there"], undecided);
    expect(seen).toEqual(["Hi ", "Hi there"]);
    expect(text).toBe("Hi there");
    expect(thoughts).toBe(1);
  });

  test("is emitted at its end when there was no thought", () => {
    expect(filtered(["Hi ", "there"], undecided).seen).toEqual(["Hi there"]);
  });

  test("is emitted as it arrives after a whole thought", () => {
    expect(filtered(["<think>a</think>", "Hi ", "there"], undecided).seen).toEqual(["Hi ", "Hi there"]);
  });

  test("is emitted as soon as thoughts arrive in a separate field", () => {
    const pieces: string[] = [];
    const sink = {
      onText: (piece: string) => void pieces.push(piece),
      onThinking: () => {},
      onRetract: () => {},
    };
    const filter = new ThoughtFilter(sink, undecided);
    filter.trustText();
    filter.push("Hi ");
    expect(pieces).toEqual(["Hi "]);
  });
});
