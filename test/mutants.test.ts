import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { projectPath } from "../scripts/project.ts";
import { mutants } from "./mutants.ts";
import { mutate } from "./plant-mutant.ts";

const read = (path: string) => readFileSync(projectPath(path), "utf8");

test("there are sixty mutants or more, with distinct names", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(60);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test.each(mutants)("the mutant still fits its file and its test: $name", (mutant) => {
  const source = read(mutant.file);
  expect(mutate(source, mutant)).not.toBe(source);
  expect(read(mutant.test)).toContain(mutant.named ?? "test");
});

test("a mutant whose text is missing, or occurs twice, is refused", () => {
  const mutant = { name: "a", file: "a.ts", find: "b", replace: "c", test: "a.test.ts" };
  expect(() => mutate("nothing", mutant)).toThrow("occurs 0 times");
  expect(() => mutate("b b", mutant)).toThrow("occurs 2 times");
  expect(mutate("a b", mutant)).toBe("a c");
});
