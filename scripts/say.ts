import { log, logFormat } from "../lib/log/log.ts";

export function say(text: string): void {
  if (logFormat() === "pretty") process.stdout.write(`${text}\n`);
  else for (const note of notesOf(text)) log.info("start", { note });
}

export function complain(text: string): void {
  if (logFormat() === "pretty") process.stderr.write(`${text}\n`);
  else for (const note of notesOf(text)) log.error("start", { note });
}

const notesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
