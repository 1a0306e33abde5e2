export type Cell = string | number | boolean | Date | null;

/** Without it Excel does not read the file as UTF-8. */
const byteOrderMark = "\uFEFF";

// A spreadsheet evaluates cells that begin like this (full-width signs included), and formulas can fetch addresses.
const beginsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== "string") return String(cell); // a negative number stays a number
  const text = beginsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type Columns<Row> = Record<string, (row: Row) => Cell>;

export const csvLine = (cells: readonly Cell[]) => `${cells.map(cellText).join(",")}\r\n`;

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
