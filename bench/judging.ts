// npm run bench:judging -- DATA_FOLDER (or JUDGING_DATA=DATA_FOLDER): how well, and how fast, texts are judged without a
// model. The labelled texts are not part of this repository: bench/judging/labelled-texts.ts says which files it reads.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { projectPath } from "../scripts/project.ts";
import { readLabelledTexts } from "./judging/labelled-texts.ts";
import { measurePatterns } from "./judging/patterns.ts";
import { measurePatternSpeed } from "./judging/pattern-speed.ts";

const folder = process.argv[2] ?? process.env.JUDGING_DATA;
if (!folder) {
  console.error("Name the folder of the labelled texts: npm run bench:judging -- FOLDER");
  process.exit(1);
}

const texts = readLabelledTexts(folder);
/** Each subject is one section of the results. */
const sections = [measurePatterns, measurePatternSpeed];
const report = [
  "# How well texts are judged without a model",
  `Written by \`npm run bench:judging\`, on ${cpus()[0]!.model.trim()}, Node ${process.versions.node}.`,
  ...sections.map((measure) => measure(texts)),
].join("\n\n");
writeFileSync(projectPath("bench/RESULTS-JUDGING.md"), `${report}\n`);
console.log(report);
