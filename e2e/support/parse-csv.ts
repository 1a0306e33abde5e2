/** A strict RFC 4180 parser: throws at any deviation. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
    field.lastIndex = at;
    const [raw, quoted] = field.exec(text)!;
    row.push(quoted === undefined ? raw : quoted.replaceAll('""', '"'));
    at += raw.length;
    if (text.startsWith(",", at)) {
      at += 1;
    } else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    }
  }
  if (row.length > 0) throw new Error("the last line does not end");
  return rows;
}
