import { expect, test } from "vitest";

import { MessageText } from "./message-text.ts";

function read(messages: string[]): string | null {
  const text = new MessageText();
  let said = "";
  for (const message of messages) {
    const more = text.push(message);
    if (more === null) return null;
    said += more;
  }
  return said + text.end();
}

test.each([
  ["pieces", ["오늘도 ", "참 ", "애썼어요"], "오늘도 참 애썼어요"],
  ["pieces that repeat", ["ㅋ", "ㅋ", "ㅋ"], "ㅋㅋㅋ"],
  ["pieces that begin alike", ["하", "하하", "!"], "하하하!"],
  ["all so far", ["오늘도", "오늘도 참", "오늘도 참 애썼어요"], "오늘도 참 애썼어요"],
  ["all so far, from one letter on", ["오", "오늘", "오늘도"], "오늘도"],
  [
    "all so far, again at the end",
    ["오늘도 참 애썼", "오늘도 참 애썼어요", "오늘도 참 애썼어요"],
    "오늘도 참 애썼어요",
  ],
  ["one", ["오늘도"], "오늘도"],
  ["empty ones between", ["", "오늘도 참 애썼", "", "오늘도 참 애썼어요", ""], "오늘도 참 애썼어요"],
  ["none", [], ""],
])("messages hold %s", (_, messages, text) => {
  expect(read(messages)).toBe(text);
});

test("a message that contradicts earlier ones is unreadable", () => {
  expect(read(["오늘도 참 애썼", "오늘도 참 애썼어요", "내일은"])).toBeNull();
});
