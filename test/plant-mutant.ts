import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Mutant } from "./mutants.ts";

/**
 * The file's text with the mutant's change.
 * @throws {Error} when the text to change does not occur exactly once: the list is out of date
 */
export function mutate(source: string, { file, name, find, replace }: Mutant): string {
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    const times = source.split(find).length - 1;
    throw new Error(`"${name}" does not fit ${file} any more: its text occurs ${times} times`);
  }
  return before + replace + after;
}

/** Plants a mutant in a copy of the project. @returns a function that removes it */
export function plant(root: string, mutant: Mutant): () => void {
  const path = join(root, mutant.file);
  const source = readFileSync(path, "utf8");
  writeFileSync(path, mutate(source, mutant));
  return () => writeFileSync(path, source);
}
