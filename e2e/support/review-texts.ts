const times = ["아침에는", "점심때는", "저녁에는", "밤에는", "주말에는", "평일에는", "여름에는", "겨울에는"];
const things = [
  "기구가",
  "샤워실이",
  "탈의실이",
  "러닝머신이",
  "스트레칭 자리가",
  "요가실이",
  "락커가",
  "주차장이",
];
const degrees = ["아주", "늘", "꽤", "생각보다", "언제 가도"];
const merits = ["넓어요", "조용해요", "깨끗해요", "편해요", "쾌적해요"];

const count = times.length * things.length * degrees.length * merits.length;

/** Harmless sentences. The first 1,600 differ. */
function sentence(at: number): string {
  // The stride is coprime to the count, so neighbours have little in common.
  let left = (at * 733) % count;
  return [times, things, degrees, merits]
    .map((words) => {
      const word = words[left % words.length]!;
      left = Math.floor(left / words.length);
      return word;
    })
    .join(" ");
}

/** A harmless review of exactly `chars` characters without repetition. Without `chars`: one sentence. */
export function reviewText(at: number, chars?: number): string {
  let text = `${sentence(at)}.`;
  if (chars === undefined) return text;
  for (let next = at + 1; text.length < chars; next += 1) text += ` ${sentence(next)}.`;
  return text
    .slice(0, chars - 1)
    .trimEnd()
    .padEnd(chars, "요");
}
