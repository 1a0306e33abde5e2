import { searchForm } from "./search-form.ts";

const sameWords = [
  "피트니스 휘트니스 휫트니스 피트니쓰 휘트니쓰 fitness",
  "헬스 핼스 헬쓰 헬즈 health",
  "짐 gym",
  "클럽 club",
  "센터 센타 center centre",
  "스튜디오 studio",
  "필라테스 필라테쓰 pilates",
  "크로스핏 crossfit",
  "요가 yoga",
  "바벨 barbell",
  "복싱 boxing",
  "피티 pt",
].map((words) => words.split(" ").map(searchForm));

const kinds = "헬스장 헬스클럽 헬스 피트니스센터 휘트니스센터 피트니스 휘트니스 짐 체육관 gym fitness"
  .split(" ")
  .map(searchForm);

/** Words for a location, not part of a name. */
const nearby = "구청역 역 근처 주변 앞 지점 점 station near".split(" ").map(searchForm);

/** A shorter remainder would match everywhere. */
const minRest = 3;

/** The word in all spellings, also when a synonym is its beginning or end. */
export function spellingsOf(form: string): string[] {
  const others = sameWords.flatMap((group) => {
    const at = group.findIndex((word) => form.startsWith(word) || form.endsWith(word));
    if (at === -1) return [];
    const word = group[at]!;
    const rest = form.endsWith(word) ? form.slice(0, -word.length) : null;
    return group
      .filter((_, other) => other !== at)
      .map((other) => (rest === null ? other + form.slice(word.length) : rest + other));
  });
  return [form, ...new Set(others)];
}

export const saysNothing = (form: string) => kinds.includes(form) || nearby.includes(form);

export const kindsLike = (form: string): string[] => (kinds.includes(form) ? kinds : []);

/** Removes a final kind of place or location: 강남헬스장 and 강남역 become 강남. */
export function withoutEnding(form: string): string[] {
  const ending = [...kinds, ...nearby]
    .filter((end) => form.endsWith(end) && form.length - end.length >= minRest)
    .toSorted((one, other) => other.length - one.length)[0];
  return ending ? [form.slice(0, -ending.length)] : [];
}
