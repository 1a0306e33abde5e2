const fenceMark = /^(?:[ \t]{0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){0,8}[ \t]{0,40}(```|~~~)/;

/** The fence in a line, and what stands behind it. A word in backticks is no fence. */
function fenceOf(line: string): { mark: string; rest: string } | undefined {
  const found = fenceMark.exec(line);
  if (!found) return undefined;
  const start = found[0].length - 3;
  let end = start;
  while (line[end] === line[start]) end += 1;
  const rest = line.slice(end);
  return line[start] === "`" && rest.includes("`") ? undefined : { mark: line.slice(start, end), rest };
}

/** Follows code fences from line to line, also inside quotes and items. */
export function fenceReader() {
  let open = "";
  return {
    isOpen: () => open !== "",
    /** Takes the next line in. True for code and for its fences. */
    isCode(line: string): boolean {
      const fence = fenceOf(line);
      if (!open) {
        open = fence?.mark ?? "";
        return fence !== undefined;
      }
      if (fence?.mark.startsWith(open) && fence.rest.trim() === "") open = "";
      return true;
    },
  };
}

const itemMark = /^[ \t]{0,40}(?:(>|[-*+](?=[ \t]|$))[ \t]?|(\d{1,9})[.)](?=[ \t]|$))/;

/** The marks of quotes and items at a line's start, as far as `maxMarks`, and where its words begin. */
export function readMarks(
  line: string,
  maxMarks: number,
): { columns: number[]; isItem: boolean; end: number } {
  const columns: number[] = [];
  let isItem = false;
  let end = 0;
  // Most lines begin with a word.
  if (!/^[\t \d>*+-]/.test(line)) return { columns, isItem, end };
  while (columns.length < maxMarks) {
    const mark = itemMark.exec(line.slice(end, end + 60));
    if (!mark || isNumber(mark[2], line.slice(end + mark[0].length, end + mark[0].length + 40))) break;
    isItem ||= mark[1] !== ">";
    end += mark[0].length;
    columns.push(end);
  }
  return { columns, isItem, end };
}

/**
 * Whether digits and a dot before `rest` are a part of a date or of a section's number, no item of a list:
 * `2026. 11. 30. 맑음`, `11. 30.은`, `1. 1. 개요`. An item may begin with a date: `3. 11. 30. 병원`.
 */
function isNumber(digits: string | undefined, rest: string): boolean {
  if (digits === undefined) return false;
  if (digits.length > 3) return true;
  const next =
    /^[ \t]{1,3}(\d{1,2})(?:\.(?!\d)|[ \t]?\([월화수목금토일](?:요일)?\))(?:[ \t]{1,3}(\d{1,2})\.(?!\d))?/.exec(
      rest,
    );
  if (!next) return false;
  const isItemOfDate = next[2] !== undefined && isMonth(digits) && isMonth(next[1]!);
  return !isItemOfDate;
}

const isMonth = (digits: string) => /^(?:[1-9]|1[0-2])$/.test(digits);

/** Keeps a date at a line's start from becoming a list, with a backslash before its first dot. */
export function escapeDates(markdown: string): string {
  if (!/\d[.)]/.test(markdown)) return markdown;
  const fence = fenceReader();
  return markdown
    .split("\n")
    .map((line) => {
      if (fence.isCode(line)) return line;
      const { end } = readMarks(line, 10);
      const date = /^[ \t]{0,40}\d{1,9}(?=[.)])/.exec(line.slice(end, end + 60))?.[0];
      return date ? `${line.slice(0, end + date.length)}\\${line.slice(end + date.length)}` : line;
    })
    .join("\n");
}
