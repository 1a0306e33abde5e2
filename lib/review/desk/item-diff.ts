import { diffArrays } from "diff";

/** A piece of two texts laid over each other. */
type DiffPiece = { text: string; change: "same" | "added" | "removed" };

/** Beyond this many changed words, the texts are shown one after the other instead: nothing is learnt from the shreds. */
const maxEdits = 300;

/** What changed between two texts, word by word. */
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

/** Changes with nothing but a space or a sign between them are one: what was there in a run, then what is there now. */
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

/** Words, the spaces between them and each sign for itself. The library's own words end at every Korean syllable. */
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
