// npm run train:classifier -- DATA_DIR: trains the built-in classifier and writes its weights. Deterministic. Content of
// DATA_DIR: docs/classifier.md.
import { writeFileSync } from "node:fs";
import { encodeWeights, weightsFile } from "../lib/moderation/classifier/weights.ts";
import { buildWeights } from "./classifier/build-weights.ts";
import { readLabelledTexts } from "./classifier/labelled-texts.ts";
import { projectPath } from "./project.ts";

const dir = process.argv[2];
if (!dir) {
  console.error("Usage: npm run train:classifier -- DATA_DIR");
  process.exit(2);
}
const weights = buildWeights(readLabelledTexts(dir));
const file = encodeWeights(weights);
writeFileSync(projectPath(weightsFile), file);
const { version, thresholds } = weights;
console.log(`${version}: ${file.length} bytes, thresholds ${JSON.stringify(thresholds)}`);
