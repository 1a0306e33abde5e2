import { expect, it } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import ko from "../../messages/ko.json" with { type: "json" };

type Messages = { [key: string]: string | Messages };

const textsOf = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  );

/** Whether the braces that open a text close at its end. */
function isOneArgument(text: string): boolean {
  let depth = 0;
  for (const [at, char] of [...text].entries()) {
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    if (depth === 0) return at === [...text].length - 1;
  }
  return false;
}

// next-intl shows the key of a compiled text that is empty.
it.each([
  ["en", en],
  ["ko", ko],
])("no text can be empty as a whole: %s", (_, messages) => {
  const texts = textsOf(messages as Messages);
  expect(texts.length).toBeGreaterThan(1_000);
  const empty = texts.filter(([, text]) => text === "" || (isOneArgument(text) && text.includes("{}")));
  expect(empty.map(([path]) => path)).toEqual([]);
});
