// npm run bench:classifier -- DATA_DIR: measures the built-in classifier on texts that it was not trained on. Writes
// bench/RESULTS-CLASSIFIER.md.
import { readFileSync, writeFileSync } from "node:fs";
import { classify } from "../lib/moderation/classifier/classify.ts";
import { type Weights, loadWeights, weightsFile } from "../lib/moderation/classifier/weights.ts";
import { fineMentions } from "../test/moderation/fine-mentions.ts";
import { normalise } from "../lib/moderation/patterns/normalise.ts";
import { buildWeights } from "../scripts/classifier/build-weights.ts";
import { type LabelledText, readLabelledTexts } from "../scripts/classifier/labelled-texts.ts";
import { projectPath } from "../scripts/project.ts";
import { quantile } from "./quantile.ts";

const dir = process.argv[2];
if (!dir) {
  console.error("Usage: npm run bench:classifier -- DATA_DIR");
  process.exit(2);
}

const foldCount = 4;
type Scored<Text = LabelledText> = { text: Text; score: number; thresholds: Weights["thresholds"] };

const scoreAll = <Text extends { text: string }>(texts: Text[], weights: Weights): Scored<Text>[] =>
  texts.map((text) => ({
    text,
    score: classify(normalise(text.text), weights).score,
    thresholds: weights.thresholds,
  }));

/** Cross-validation: each text is scored by a classifier that was trained without it, thresholds included. */
function crossValidate(texts: LabelledText[]): Scored[] {
  return Array.from({ length: foldCount }, (_, fold) => {
    console.log(`fold ${fold + 1} of ${foldCount}`);
    const isInFold = ({ share }: LabelledText) => Math.floor(share * foldCount) === fold;
    return scoreAll(texts.filter(isInFold), buildWeights(texts.filter((text) => !isInFold(text))));
  }).flat();
}

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;

function row(name: string, scored: Scored<unknown>[], digits = 1): string {
  const shareFrom = (threshold: keyof Weights["thresholds"]) =>
    scored.filter((one) => one.score >= one.thresholds[threshold]).length / scored.length;
  const shares = [shareFrom("reject"), shareFrom("hold"), shareFrom("consent")];
  return `| ${name} | ${scored.length} | ${shares.map((share) => percent(share, digits)).join(" | ")} |`;
}

/** The CPU clock has steps of up to 4 ms. Classifying each text this many times resolves less than a step. */
const runs = 100;

/** CPU milliseconds for texts of 300 characters, made of real reviews. Other load on the machine does not count. */
function timeTexts(texts: LabelledText[]): number[] {
  const reviews = texts.filter(({ source }) => source === "complaint").map(({ text }) => text);
  const long = Array.from({ length: 500 }, (_, at) =>
    reviews
      .slice(at * 12, at * 12 + 12)
      .join(" ")
      .slice(0, 300),
  ).filter((text) => text.length === 300);
  for (const text of long) classify(normalise(text)); // until the code is compiled
  return long.map((text) => {
    const started = process.threadCpuUsage();
    for (let run = 0; run < runs; run += 1) classify(normalise(text));
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000 / runs;
  });
}

const texts = readLabelledTexts(dir);
const weights = loadWeights();
const times = timeTexts(texts);
const crossed = crossValidate(texts);
const mentions = fineMentions.map((text) => ({ text }));
const of = (matches: (text: LabelledText) => boolean) => crossed.filter(({ text }) => matches(text));
const isFrom = (source: LabelledText["source"], isAbuse: boolean) => (text: LabelledText) =>
  text.source === source && text.isAbuse === isAbuse;

const report = `# How well the built-in classifier does

Written by \`npm run bench:classifier -- DATA_DIR\`, with \`${weights.version}\`. The texts, the definition of abuse and the limits of
the figures: \`docs/classifier.md\`.

Shares of texts with a score at or above each threshold. For the classifier alone, without patterns and without the English
list. Without a model, "reject" rejects and "hold" stops (rejects or holds). With a model, "consent" is refused.

By ${foldCount}-fold cross-validation: each text is scored by a classifier that did not learn it and whose threshold does not
depend on it. Abuse should be above, the rest below. Texts of one source are similar, so new wordings are found less often. The
generated mentions of groups and bodies (\`scripts/classifier/ordinary-mentions.ts\`) are learned and not measured: every
part would contain similar ones. In the last row the weights of the repository judge such sentences, written by hand.

| texts | number | reject | hold | consent |
|---|---|---|---|---|
${row("film reviews rated 9 or 10, nearly all fine", of(isFrom("praise", false)), 2)}
${row("K-MHaS, hate speech", of(isFrom("kmhas", true)))}
${row("K-MHaS, the rest", of(isFrom("kmhas", false)))}
${row("kocohub, hate or offensive", of(isFrom("kocohub", true)))}
${row(
  "kocohub, hate",
  of((text) => text.kinds[0] === "hate"),
)}
${row(
  "kocohub, offensive",
  of((text) => text.kinds[0] === "offensive"),
)}
${row("kocohub, neither", of(isFrom("kocohub", false)))}
${row("film reviews rated 1 to 3, harsh and mostly fine", of(isFrom("complaint", false)))}
${row("mentions of groups, bodies and places, written by hand", scoreAll(mentions, weights))}

## Cost

- ${times.length} texts of 300 characters, CPU time: p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms, longest ${Math.max(...times).toFixed(2)} ms, normalising included.
- Weights: ${readFileSync(projectPath(weightsFile)).length.toLocaleString("en")} bytes.
`;
writeFileSync(projectPath("bench/RESULTS-CLASSIFIER.md"), report);
console.log(report);
