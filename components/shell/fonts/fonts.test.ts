import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { projectPath } from "../../../scripts/project.ts";

const read = (path: string) => readFileSync(projectPath(path), "utf8");

// A device without Korean letters shows boxes for missing ones, also in texts that appear while it is offline.
it("has all letters of Sora's own texts (else: npm run fonts)", () => {
  const letters = new Set(read("components/shell/fonts/sora-sans.txt"));
  const texts = ["ko", "en", "unavailable", "global-error"]
    .map((name) => read(`messages/${name}.json`))
    .join("");
  const missing = [...new Set(texts)].filter(
    (letter) => /\p{Script=Hangul}/u.test(letter) && !letters.has(letter),
  );
  expect(missing).toEqual([]);
});
