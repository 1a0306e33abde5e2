// npm run bench:judging -- DATA_DIR (or JUDGING_DATA=DATA_DIR): quality and speed of the patterns. Writes
// bench/RESULTS-JUDGING.md. For the classifier: npm run bench:classifier.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";

import { readLabelledTexts } from "../scripts/classifier/labelled-texts.ts";
import { projectPath } from "../scripts/project.ts";
import { type TextsBySource, measurePatterns } from "./judging/patterns.ts";
import { measurePatternSpeed } from "./judging/pattern-speed.ts";

const folder = process.argv[2] ?? process.env.JUDGING_DATA;
if (!folder) {
  console.error("Name the folder of the labelled texts: npm run bench:judging -- FOLDER");
  process.exit(1);
}

const texts: TextsBySource = Map.groupBy(readLabelledTexts(folder), ({ source }) => source);
const sections = [measurePatterns, measurePatternSpeed];
const report = [
  "# How well the patterns judge",
  `Written by \`npm run bench:judging\`, on ${cpus()[0]!.model.trim()}, Node ${process.versions.node}. The classifier: \`bench/RESULTS-CLASSIFIER.md\`.`,
  ...sections.map((measure) => measure(texts)),
].join("\n\n");
writeFileSync(projectPath("bench/RESULTS-JUDGING.md"), `${report}\n`);
console.log(report);
