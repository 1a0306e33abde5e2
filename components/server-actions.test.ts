import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const filesBelow = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => join(dir, name));

// A plain post of such a form (no script yet) whose action returns a state makes React render for ever: one visitor
// could hold a server. Bind in a server component and pass the bound action on.
test("no client component binds a server action", () => {
  const client = [...filesBelow("components"), ...filesBelow("app")].filter((file) =>
    readFileSync(file, "utf8").startsWith('"use client"'),
  );
  expect(client.length).toBeGreaterThan(20);
  expect(client.filter((file) => /\w+Action\s*\.bind\(/.test(readFileSync(file, "utf8")))).toEqual([]);
});
