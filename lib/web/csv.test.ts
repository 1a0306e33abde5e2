import { describe, expect, test } from "vitest";
import { parseCsv } from "../../e2e/support/parse-csv.ts";
import { type Columns, csvLine, csvStream } from "./csv.ts";

describe("a line of CSV", () => {
  test.each([
    ["plain", "plain"],
    ["한글 🌊", "한글 🌊"],
    ["a,b", '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ["two\nlines", '"two\nlines"'],
    [" kept ", '" kept "'],
    ["", ""],
  ])("writes %j as RFC 4180 has it", (text, written) => {
    expect(csvLine([text])).toBe(`${written}\r\n`);
    expect(parseCsv(csvLine([text, "end"]))).toEqual([[text, "end"]]);
  });

  test.each([
    "=1+1",
    "+82 10",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    '=HYPERLINK("http://x","y")',
  ])("lets no spreadsheet compute %j", (text) => expect(parseCsv(csvLine([text]))).toEqual([[`'${text}`]]));

  test("writes numbers, dates and booleans unchanged, and null as an empty cell", () => {
    const line = csvLine([-2.5, 0, new Date("2026-11-22T01:02:03.004Z"), false, null]);
    expect(line).toBe("-2.5,0,2026-11-22T01:02:03.004Z,false,\r\n");
  });
});

type Row = [number, string];
const columns: Columns<Row> = { n: ([number]) => number, text: ([, text]) => text };

async function* pagesOf(count: number, seen: { asked: number; isOver: boolean }) {
  try {
    for (let page = 1; page <= count; page += 1) {
      seen.asked = page;
      yield [[page, "x"]] satisfies Row[];
    }
  } finally {
    seen.isOver = true;
  }
}

describe("a CSV file", () => {
  test("begins with a byte order mark and its header, then has every row", async () => {
    const bytes = await new Response(csvStream(columns, pagesOf(3, { asked: 0, isOver: false }))).bytes();
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const text = new TextDecoder().decode(bytes);
    expect(parseCsv(text)).toEqual([
      ["n", "text"],
      ["1", "x"],
      ["2", "x"],
      ["3", "x"],
    ]);
  });

  test("reads rows no faster than the client, and none after the client has disconnected", async () => {
    const seen = { asked: 0, isOver: false };
    const reader = csvStream(columns, pagesOf(1000, seen)).getReader();
    await reader.read();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen.asked).toBeLessThanOrEqual(2);
    await reader.cancel();
    const { asked } = seen;
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen).toEqual({ asked, isOver: true });
  });

  test("fails when its rows fail", async () => {
    async function* broken() {
      yield [[1, "x"]] satisfies Row[];
      throw new Error("the database is away");
    }
    await expect(new Response(csvStream(columns, broken())).text()).rejects.toThrow("away");
  });
});
