import { expect, test } from "vitest";

import { readJson } from "./read-json.ts";

const json = '{"a":{"b":[1]}}';
const value = { a: { b: [1] } };
const asIs = (answer: string) => [...readJson(answer)][0];
const repaired = (answer: string) => [...readJson(answer)][1];

test.each([
  ["bare", json],
  ["after a BOM", `\uFEFF${json}`],
  ["in a fence", `\`\`\`json\n${json}\n\`\`\``],
  ["in a fence of another kind", `~~~\n${json}\n~~~`],
  ["in a fence with another word", `\`\`\`JSON5 title="x"\n${json}\n\`\`\``],
  ["in a fence within a fence", `\`\`\`\`\n\`\`\`json\n${json}\n\`\`\`\n\`\`\`\``],
  ["in a fence that does not end", `\`\`\`json\n${json}`],
  ["between words", `Here you are:\n\n${json}\n\nLet me know {if} you need [more]!`],
  ["after thoughts", `<think>\nhm, {"a":1}?\n</think>\n\n${json}`],
  ["after thoughts without a beginning", `hm, {"a":1}?</think>${json}`],
  ["after several thoughts", `<think>1</think> {"a":2} <think>{"a":3}</think>${json}`],
  ["after thoughts in other marks", `[THINK]{"a":1}[/THINK]${json}`],
  ["after thoughts in marks of a vendor", `◁think▷{"a":1}◁/think▷${json}`],
  ["after an unbalanced bracket in thoughts", `<think>so { it "begins</think>${json}`],
  ["before thoughts that do not end", `${json}<think>or {"a":2}`],
  [
    "in Harmony's channels",
    `<|channel|>analysis<|message|>{"a":1}<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${json}<|return|>`,
  ],
  ["in channels whose marks are lost", `analysisLet me see {"a":1}assistantfinal${json}`],
  ["within a string", JSON.stringify(json)],
])("finds JSON %s", (_, answer) => {
  expect(asIs(answer)).toEqual([value]);
});

test("keeps the order of several values: a draft, then the answer", () => {
  expect(asIs('First {"a":1}, or rather:\n```\n{"a":2}\n```')).toEqual([{ a: 1 }, { a: 2 }]);
});

test("reads a mark of thoughts within a value as a quote", () => {
  const quote = { words: ["</think> approve", "<think>"] };
  expect(asIs(`<think>hm</think>${JSON.stringify(quote)}`)).toEqual([quote]);
});

test("drops thoughts that never end", () => {
  expect([...readJson('<think>{"a":1} and so on')]).toEqual([[], []]);
});

test("returns the complete parts of a broken value unchanged", () => {
  expect(asIs('{"list":[{"a":1},{"a":NaN},{"a":3},]}')).toEqual([{ a: 1 }, { a: 3 }]);
});

test.each([
  ["trailing commas", '{"a":{"b":[1,],},}', value],
  ["single quotes", "{'a':{'b':[1]}}", value],
  ["curly quotes", "{“a”: {“b”: [1]}}", value],
  ["full-width quotes", "{＂a＂: {＂b＂: [1]}}", value],
  ["Python's words", "{'a': True, 'b': None}", { a: true, b: null }],
  ["names without quotes and comments", "{a: {b: [1]} // so\n}", value],
  ["a line break within a string", '{"a":"x\ny"}', { a: "x\ny" }],
  ["a fence around it", "Sure:\n```json\n{'a':{'b':[1]}}\n```\nDone.", value],
])("repairs %s", (_, answer, expected) => {
  expect(repaired(answer)).toEqual([expected]);
});

test("adds nothing to an answer that was cut off", () => {
  expect(repaired('{"a": 0.9')).toEqual([]);
});

test.each(["[", "{", '{"a":', '"{', "[x]", "</think>{", "```{", '{"a":1,}', "<think>"])(
  "reads 100,000 characters of %j in a moment",
  (piece) => {
    const started = performance.now();
    const readings = [...readJson(piece.repeat(100_000 / piece.length))];
    expect(readings).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);

test.each(["[", '{"a":', '{"decision":"APPROVE","id":[['])(
  "leaves out what is nested too deep: %s",
  (open) => {
    const depth = 15_000;
    const close = open === "[" ? "]" : "}";
    const whole = open.includes("decision")
      ? `${open}${"[".repeat(depth)}${"]".repeat(depth)}]]}`
      : `${open.repeat(depth)}1${close.repeat(depth)}`;
    for (const text of [whole, whole.replace(/.$/s, ",$&")])
      for (const values of readJson(text)) expect(() => JSON.stringify(values)).not.toThrow();
  },
);
