import { diffArrays } from "diff";

type DiffPiece = { text: string; change: "same" | "added" | "removed" };

/** With more changed words a diff is unreadable: the texts are shown one after the other. */
const maxEdits = 300;

export function diffTexts(before: string, after: string): DiffPiece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: maxEdits });
  if (!changes)
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  return inRuns(
    changes.map(({ value, added, removed }) => ({
      text: value.join(""),
      change: added ? "added" : removed ? "removed" : "same",
    })),
  );
}

/** Joins changes that only spaces or punctuation separate: first the removed text, then the added one. */
function inRuns(pieces: DiffPiece[]): DiffPiece[] {
  const runs: DiffPiece[] = [];
  let [removed, added] = ["", ""];
  const endRun = () => {
    if (removed) runs.push({ text: removed, change: "removed" });
    if (added) runs.push({ text: added, change: "added" });
    [removed, added] = ["", ""];
  };
  for (const [at, piece] of pieces.entries()) {
    const isGap = /^[\s\p{P}]*$/u.test(piece.text) && removed + added !== "" && at + 1 < pieces.length;
    if (piece.change === "same" && !isGap) {
      endRun();
      runs.push(piece);
      continue;
    }
    if (piece.change !== "added") removed += piece.text;
    if (piece.change !== "removed") added += piece.text;
  }
  endRun();
  return runs;
}

/** Words, spaces and single punctuation marks. jsdiff's own words end at every Korean syllable. */
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
