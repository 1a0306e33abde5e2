/** Texts with exactly one arbitrary character between each and the next. */
export type Pattern = readonly string[];

export const likeOf = (pattern: Pattern) =>
  `%${pattern.map((text) => text.replaceAll(/[\\%_]/g, "\\$&")).join("_")}%`;

const isInitial = (text: string) => /^[\u1100-\u1112]/.test(text);

/** The grams (`search_grams` in SQL) of every document that contains the pattern. */
export const gramsOf = (pattern: Pattern): string[] =>
  pattern.flatMap((text) => {
    const size = text.length === 2 && isInitial(text) ? 2 : 3;
    const chars = Array.from(text);
    return chars.length < size
      ? []
      : chars.slice(size - 1).map((_, at) => chars.slice(at, at + size).join(""));
  });
