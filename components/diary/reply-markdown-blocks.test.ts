import { expect, test } from "vitest";
import { splitBlocks } from "./reply-markdown-blocks";

test("cuts paragraphs at empty lines", () => {
  expect(splitBlocks("하나\n둘\n\n\n셋\n")).toEqual(["하나\n둘\n\n", "셋\n"]);
  expect(splitBlocks("")).toEqual([]);
});

test("keeps a list in one piece, with what belongs to its items", () => {
  const list = "1. 하나\n\n2. 둘\n\n   그리고\n\n10. 열";
  expect(splitBlocks(`${list}\n\n끝`)).toEqual([`${list}\n`, "끝"]);
  expect(splitBlocks(`할 일:\n${list}\n\n끝`)).toEqual([`할 일:\n${list}\n`, "끝"]);
});

test("a date is no item of the list before it", () => {
  expect(splitBlocks("- 하나\n\n2026. 11. 30. 맑음")).toEqual(["- 하나\n", "2026. 11. 30. 맑음"]);
});

test("keeps a code fence in one piece", () => {
  const code = "```\na\n\nb\n```";
  expect(splitBlocks(`${code}\n\n끝`)).toEqual([`${code}\n`, "끝"]);
  expect(splitBlocks("- 보기:\n  ```\n  a\n\n  b\n  ```\n\n끝")).toHaveLength(2);
});

test("blocks together are the whole text, and finished ones never change while it grows", () => {
  const text =
    "안녕하세요.\n\n- 하나\n- 둘\n\n**끝**이에요.\n\n```\nx\n\ny\n```\n\n1. a\n\n2. b\n\n2026. 11. 30.은";
  let before: string[] = [];
  for (let length = 1; length <= text.length; length += 1) {
    const blocks = splitBlocks(text.slice(0, length));
    expect(blocks.join("\n").trimEnd()).toBe(text.slice(0, length).trimEnd());
    const finished = before.slice(0, -1);
    expect(blocks.slice(0, finished.length)).toEqual(finished);
    before = blocks;
  }
});
