import { onTestFinished } from "vitest";

import { logOutput } from "../lib/log/log.ts";
import { prettyLine } from "../lib/log/pretty.ts";

export type LogRecord = Record<string, string | number> & { level: string; event: string };

/** Captures what this test logs. Errors in it do not fail the run. Call it in the test or in `beforeEach`. */
export function captureLog() {
  const { write } = logOutput;
  const records: LogRecord[] = [];
  const lines: string[] = [];
  logOutput.write = (line) => {
    records.push(JSON.parse(line) as LogRecord);
    lines.push(
      prettyLine(line)
        .trimEnd()
        .replace(/^\d\d:\d\d:\d\d [A-Z]+ /, ""),
    );
  };
  onTestFinished(() => void (logOutput.write = write));
  return { records, lines };
}
