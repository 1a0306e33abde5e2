import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/from "(?:@\/components\/ui\/|\.\/)([\w-]+)"/g)].map(
    ([, name]) => name!,
  );

/** In every page already. */
const inTheLayout = ["skip-link"];

test("the kit shows every component of components/ui", () => {
  const shown = new Set(globSync("components/kit/*.tsx").flatMap(importsOf));
  for (const name of shown) {
    const file = `components/ui/${name}.tsx`;
    if (globSync(file).length > 0) for (const other of importsOf(file)) shown.add(other);
  }
  const components = globSync("components/ui/*.tsx").map((file) => basename(file, ".tsx"));
  expect(components.length).toBeGreaterThan(15);
  expect(components.filter((name) => !shown.has(name) && !inTheLayout.includes(name))).toEqual([]);
});
