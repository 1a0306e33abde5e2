// Korean: one to three syllables. Other text: words with the space before them, long words in pieces.
const piece = /\s?[\p{Script=Hangul}]{1,3}|\s?[\p{L}\p{N}'’]{1,7}|\s?[^\s\p{L}\p{N}]|\s/gu;

const syllables = /^\s?\p{Script=Hangul}/u;

export function splitIntoTokens(text: string): string[] {
  const pieces = text.match(piece) ?? [];
  // Models split Korean unevenly. By index, so that the same text always gives the same tokens.
  return pieces.flatMap((token, at) => {
    if (!syllables.test(token) || token.trim().length < 3 || at % 3 !== 1) return [token];
    const cutAt = token.length - 2;
    return [token.slice(0, cutAt), token.slice(cutAt)];
  });
}
