import { readFileSync } from "node:fs";
import { join } from "node:path";

export type LabelledTexts = {
  /** Film reviews with 9 or 10 points: ordinary texts. */
  praise: string[];
  /** Film reviews with 1 to 3 points: harsh, mostly within the rules. */
  criticism: string[];
  /** News comments, labelled by whether they insult or hate. */
  comments: { text: string; isAbusive: boolean }[];
};

/**
 * @param folder with nsmc-sample.jsonl (`text`, `rating` 1–10, from e9t/nsmc), kocohub-train.jsonl (`text`, `label` none,
 * offensive or hate, from kocohub/korean-hate-speech) and kmhas-valid.jsonl (`text`, `labels` 0–8 of which 8 is none, from
 * adlnlp/K-MHaS)
 */
export function readLabelledTexts(folder: string): LabelledTexts {
  const read = <Row>(file: string) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
  const films = read<{ text: string; rating: number }>("nsmc-sample.jsonl");
  const ratedFrom = (from: number, to: number) =>
    films.filter(({ rating }) => rating >= from && rating <= to).map(({ text }) => text);
  return {
    praise: ratedFrom(9, 10),
    criticism: ratedFrom(1, 3),
    comments: [
      ...read<{ text: string; label: string }>("kocohub-train.jsonl").map(({ text, label }) => ({
        text,
        isAbusive: label !== "none",
      })),
      ...read<{ text: string; labels: string }>("kmhas-valid.jsonl").map(({ text, labels }) => ({
        text,
        isAbusive: String(labels) !== "8",
      })),
    ],
  };
}
