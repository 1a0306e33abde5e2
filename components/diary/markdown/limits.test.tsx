import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { randomFrom } from "@/test/seeded-random";
import type { TextEnd } from "../reply-blocks";
import { ReplyMarkdown } from "../reply-markdown";
import { boundBlocks } from "./limits";

// React as it is served: its other build takes several times as long.
vi.hoisted(() => vi.stubEnv("NODE_ENV", "production"));

const maxChars = 12_000;
const fill = (text: string, chars = maxChars) => text.repeat(Math.ceil(chars / text.length)).slice(0, chars);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

const hostile: Record<string, string> = {
  quotes: fill(">"),
  "quotes with spaces": fill("> "),
  "quotes with words": fill("> ") + "끝",
  "items in items": fill("- ") + "끝",
  "items of every kind": fill("- + * "),
  "numbered items in items": fill("1) ") + "끝",
  "dates in dates": fill("1. "),
  "quotes and items": fill("> - "),
  "items by indentation": lines(150, (index) => `${" ".repeat(2 * index)}- 가`).slice(0, maxChars),
  "tabbed items": lines(150, (index) => `${"\t".repeat(index)}- 가`).slice(0, maxChars),
  "quotes by line": lines(150, (index) => `${">".repeat(index)} 가`).slice(0, maxChars),
  brackets: fill("["),
  "closed brackets": fill("[", 6000) + fill("]", 6000),
  "empty brackets": fill("[]"),
  images: fill("!["),
  parentheses: fill("("),
  "addresses of parentheses": `[a](${fill("(")}`,
  "open links": fill("[a]("),
  "whole links": fill("[a](https://b.c) "),
  "bare links": fill("https://a.b "),
  schemes: fill("https://"),
  www: fill("www."),
  "one long address": `https://a.b/${fill("a")}`,
  "address of dots": `https://a.b/${fill(".")}`,
  "name of dots": `https://${fill("a.")}`,
  "address in Hangul": `https://a.b/${fill("에서")}`,
  stars: fill("*"),
  underscores: fill("_"),
  tildes: fill("~"),
  "stars that open": fill("*a "),
  "stars that close": fill("a* "),
  "stars of two kinds": fill("**a *b "),
  "opened and closed": fill("*a", 6000) + fill("b*", 6000),
  "underscores that open": fill("_a "),
  "tildes that open": fill("~~a "),
  "marks in turn": fill("*_~~가"),
  backticks: fill("`"),
  "growing backticks": lines(150, (index) => "`".repeat(index))
    .replaceAll("\n", " ")
    .slice(0, maxChars),
  "fence that stays open": `\`\`\`\n${fill("가\n")}`,
  fences: fill("```\n"),
  "tilde fences": fill("~~~\n"),
  less: fill("<"),
  tags: fill("<a "),
  "tags with quotes": fill('<a b="'),
  comments: fill("<!--"),
  entities: fill("&amp;"),
  ampersands: fill("&"),
  backslashes: fill("\\"),
  "wide table": `|${fill("a|", 4000)}\n|${fill("-|", 4000)}\n${fill("|\n", 4000)}`,
  "1,000 columns": `|${"a|".repeat(1000)}\n|${"-|".repeat(1000)}\n${fill("|\n", 8000)}`,
  "long table": `|a|\n|-|\n${fill("|b|\n")}`,
  footnotes: fill("[^1]"),
  "footnotes' notes": fill("[^1]: 가\n"),
  definitions: fill("[a]: b\n"),
  headings: fill("# 가\n"),
  "headings with a line": fill("가\n=\n"),
  rules: fill("---\n"),
  "one long rule": fill("- ", 12_000),
  paragraphs: fill("가\n\n"),
  items: fill("- 가\n"),
  "loose items": fill("- 가\n\n"),
  "short lines": fill("가\n"),
  "empty lines": fill("\n"),
  spaces: `${fill(" ")}가`,
  tabs: `${fill("\t")}가`,
  digits: fill("1"),
  "digits and dots": fill("1."),
  dates: fill("2026. 11. 30. "),
  "no break": fill("가"),
  "bold words": fill("**가** 나 "),
  "code words": fill("`가` 나 "),
};

const barMs = 50;
const maxHtmlChars = 100_000;

const draw = (text: string, end: TextEnd) => renderToStaticMarkup(<ReplyMarkdown text={text} end={end} />);

/**
 * Whether it is drawn within the bars. Measures the thread's own time, and takes the shortest of a few tries: a first
 * one compiles, another meets a garbage collection.
 */
function isCheap(text: string, end: TextEnd): boolean {
  for (let tries = 0; tries < 8; tries += 1) {
    const before = process.threadCpuUsage();
    const html = draw(text, end);
    const { user, system } = process.threadCpuUsage(before);
    if (html.length > maxHtmlChars) return false;
    if (user + system < barMs * 1000) return true;
  }
  return false;
}

test.each(Object.entries(hostile))("draws 12,000 characters of %s in time", (_, text) => {
  expect(isCheap(text, "whole")).toBe(true);
  expect(isCheap(text, "growing")).toBe(true);
});

test.each(Object.entries(hostile))("draws %s cut into blocks that are just within the limits", (_, text) => {
  const dear = [3, 40, 300].filter((chars) => !isCheap(fill(`${text.slice(0, chars)}\n\n`), "growing"));
  expect(dear).toEqual([]);
});

test("draws random marks in time, whole and growing", () => {
  const dear = Array.from({ length: 40 }, (_, index) => randomMarks(index + 1)).filter(
    (text) => !isCheap(text, "whole") || !isCheap(text, "growing"),
  );
  expect(dear).toEqual([]);
});

const more = "\n|\n\n|  |가나다|**|- |> |1. |\n    |\n\t|```|](|\0|😀|\ud800".split("|");
const atoms = [...Object.values(hostile).map((text) => text.slice(0, 7)), ...more, "|"];

function randomMarks(seed: number): string {
  const random = randomFrom(seed);
  const used = Array.from({ length: 1 + random.below(6) }, () => random.pick(atoms)!);
  let text = "";
  while (text.length < maxChars)
    text += random.pick(used)!.repeat(1 + random.below(seed % 3 === 0 ? 200 : 3));
  return text.slice(0, maxChars);
}

test("beyond the limits the words are shown as they came", () => {
  expect(draw(`${"> ".repeat(9)}깊은 말\n다음 줄`, "whole")).toContain(
    `${"&gt; ".repeat(9)}깊은 말\n다음 줄`,
  );
  expect(draw(`**앞**\n\n${"- ".repeat(1500)}깊은 말\n\n**뒤**`, "whole")).toMatch(
    /<strong>앞<.*- - - .*<strong>뒤</s,
  );
});

test.each([
  [lines(8, (index) => `${"  ".repeat(index)}- 가`), "markdown"],
  [lines(9, (index) => `${"  ".repeat(index)}- 가`), "beyond"],
  [lines(4, (index) => `${"    ".repeat(index)}- 가`), "markdown"],
  [`${">".repeat(8)} 가`, "markdown"],
  [`${">".repeat(9)} 가`, "beyond"],
  ["- - - - - - - - - - - -", "markdown"],
  [lines(60, () => "- **가**: 나"), "markdown"],
  [`|${"가|".repeat(10)}\n|${"-|".repeat(10)}\n${lines(30, () => `|${"가|".repeat(10)}`)}`, "markdown"],
  [`|${"가|".repeat(20)}\n|${"-|".repeat(20)}\n${lines(30, () => `|${"가|".repeat(20)}`)}`, "beyond"],
])("%j is read as %s", (text, kind) => expect(boundBlocks([text])).toEqual([{ text, kind }]));

test("a long reply of ordinary Markdown is drawn whole", () => {
  const part =
    '### 오늘의 **한 줄**\n\n**"쉼"**이라는 말을 *천천히* 해 봐요.\n\n1. 물 마시기\n   - 한 잔(200ml)\n2. 걷기: 10~15분\n\n| 때 | 일 |\n|---|---|\n| 아침 | **물** |\n';
  const text = `${part}${"그런 하루도 있지요. ".repeat(30)}\n\n`.repeat(10);
  expect(text.length).toBeGreaterThan(4500);
  expect(draw(text, "whole").match(/<table/g)).toHaveLength(10);
});
