import { log, logFormat } from "../lib/log/log.ts";

/** Tells the person at the terminal something about the start; where no terminal is, a record for each line. */
export function say(text: string): void {
  if (logFormat() === "pretty") process.stdout.write(`${text}\n`);
  else for (const note of notesOf(text)) log.info("start", { note });
}

/** The same for what went wrong. */
export function complain(text: string): void {
  if (logFormat() === "pretty") process.stderr.write(`${text}\n`);
  else for (const note of notesOf(text)) log.error("start", { note });
}

const notesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
