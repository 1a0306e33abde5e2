import { readFileSync } from "node:fs";

import { projectPath } from "../../../scripts/project.ts";

export const readSamples = <Sample>(file: string): Sample[] =>
  readFileSync(projectPath(`e2e/support/moderation/${file}`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sample);
