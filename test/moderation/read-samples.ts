import { readFileSync } from "node:fs";

import { projectPath } from "../../scripts/project.ts";

export const readSamples = <Sample>(file: string): Sample[] =>
  readFileSync(projectPath(`test/moderation/${file}`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sample);
