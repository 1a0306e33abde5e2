/** Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet. */

export type Cell = string | number | boolean | Date | null;

/** Excel takes a file for UTF-8 only when it says so at its start. */
const byteOrderMark = "\uFEFF";

// A spreadsheet computes what begins like this, full-width signs included, and would fetch what it is told to.
const beginsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== "string") return String(cell); // a negative number is a number
  const text = beginsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file's columns from left to right: the name at its head, and what a row has there. */
export type Columns<Row> = Record<string, (row: Row) => Cell>;

/** One line with its CRLF. Texts that a spreadsheet would take for a formula begin with an apostrophe. */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(cellText).join(",")}\r\n`;

/**
 * A CSV file as it is made: the next page of rows is fetched when the reader has taken the last, and none once they
 * have gone.
 */
export function csvStream<Row>(
  columns: Columns<Row>,
  pages: AsyncIterable<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const cells = Object.values(columns);
  const lineOf = (row: Row) => csvLine(cells.map((cell) => cell(row)));
  const encoder = new TextEncoder();
  const reading = pages[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) =>
        controller.enqueue(encoder.encode(byteOrderMark + csvLine(Object.keys(columns)))),
      async pull(controller) {
        const page = await reading.next();
        if (page.done) return controller.close();
        controller.enqueue(encoder.encode(page.value.map(lineOf).join("")));
      },
      cancel: async () => void (await reading.return?.()),
    },
    { highWaterMark: 1 },
  );
}
