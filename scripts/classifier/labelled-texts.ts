// Labelled texts for training and measuring the classifier. Sources: docs/classifier.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFeatures } from "../../lib/moderation/classifier/features.ts";
import { normalise } from "../../lib/moderation/patterns/normalise.ts";
import { bluntDemands } from "./blunt-demands.ts";
import { ordinaryMentions } from "./ordinary-mentions.ts";

/** `weight`: how much a wrong answer counts. `share`: 0 to 1, a stable hash for splitting the texts. */
export type LabelledText = {
  source: "kmhas" | "kocohub" | "praise" | "complaint" | "mention";
  text: string;
  isAbuse: boolean;
  weight: number;
  /** K-MHaS: the kinds of hate speech, in its authors' numbering. */
  kinds: string[];
  share: number;
  features: Int32Array;
};

const mentionCount = 4000;

/** With more texts or weight, abuse beside a demand ("병신 새끼예요, 환불해라") is no longer found. */
const demandCount = 700;
const demandWeight = 0.35;

/**
 * Reads kmhas-valid.jsonl, kocohub-train.jsonl and nsmc-sample.jsonl from a folder.
 * Any kind of hate speech is abuse, and so is kocohub's "offensive". Film reviews rated 9 or 10 are nearly all fine.
 * Those rated 1 to 3 are harsh, mostly fine and unlabelled: they count as fine with a small weight, so that harsh
 * criticism alone does not become abuse. Generated sentences about groups and bodies are added.
 */
export function readLabelledTexts(dir: string): LabelledText[] {
  const kmhas = readLines<{ text: string; labels: string }>(dir, "kmhas-valid.jsonl").map(
    ({ text, labels }) =>
      labelled({ source: "kmhas", text, isAbuse: labels !== "8", weight: 1, kinds: labels.split(",") }),
  );
  const kocohub = readLines<{ text: string; label: string }>(dir, "kocohub-train.jsonl").map(
    ({ text, label }) =>
      labelled({
        source: "kocohub",
        text,
        isAbuse: label !== "none",
        weight: label === "offensive" ? 0.7 : 1,
        kinds: [label],
      }),
  );
  const films = readLines<{ text: string; rating: number }>(dir, "nsmc-sample.jsonl").map(
    ({ text, rating }) =>
      rating >= 9
        ? labelled({ source: "praise", text, isAbuse: false, weight: 1, kinds: [] })
        : labelled({ source: "complaint", text, isAbuse: false, weight: 0.4, kinds: [] }),
  );
  const mentions = [...new Set(ordinaryMentions(mentionCount))].map((text) =>
    labelled({ source: "mention", text, isAbuse: false, weight: 1, kinds: [] }),
  );
  const demands = [...new Set(bluntDemands(demandCount))].map((text) =>
    labelled({ source: "mention", text, isAbuse: false, weight: demandWeight, kinds: [] }),
  );
  return [...kmhas, ...kocohub, ...films, ...mentions, ...demands];
}

function readLines<T>(dir: string, file: string): T[] {
  const lines = readFileSync(join(dir, file), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

const labelled = (text: Omit<LabelledText, "features" | "share">): LabelledText => ({
  ...text,
  share: shareOf(text.text),
  features: featuresOf(text.text),
});

function featuresOf(text: string): Int32Array {
  const buckets = new Set<number>();
  readFeatures(normalise(text).text, (bucket) => buckets.add(bucket));
  return Int32Array.from(buckets);
}

/** FNV-1a of the text: equal texts get the same part, so no text is used both for training and for measuring. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
