import { backgroundLog } from "./log.ts";
import { isReported, markReported } from "./reported-errors.ts";

/** Next prints a request's error before it reports it to `onRequestError`, whose record has more. */
const waitMs = 200;

/**
 * Redirects libraries' console errors and warnings to the log: names and codes of errors, first words of texts. Whole
 * texts may quote a request. For production: development keeps the stacks.
 */
export function gateConsole(): void {
  const { console } = globalThis;
  console.error = (...values: unknown[]) => record("error", values);
  console.warn = (...values: unknown[]) => record("warn", values);
}

function record(level: "error" | "warn", values: unknown[]): void {
  const error = values.find((value) => value instanceof Error);
  const text = values.find((value) => typeof value === "string" && /\w/.test(value));
  const source = typeof text === "string" ? leadingWords(text) : undefined;
  if (!error) {
    backgroundLog[level]("console", { source });
    return;
  }
  if (isReported(error)) return;
  const write = () => {
    clearTimeout(timer);
    process.off("exit", write);
    if (isReported(error)) return;
    markReported(error);
    backgroundLog[level]("console", { error, source });
  };
  const timer = setTimeout(write, waitMs).unref();
  process.on("exit", write);
}

/** Up to the first quote, colon, number or line break: the rest may come from outside. */
const leadingWords = (text: string) => /^[^A-Za-z]*([A-Za-z][A-Za-z ().-]*)/.exec(text)?.[1]?.trim();
