import { type Decoded, readingsOf } from "./disguises.ts";
import { englishOrders } from "./orders-english.ts";
import { foreignOrders } from "./orders-foreign.ts";
import { blobs, forgedStructure } from "./orders-forged.ts";
import { koreanOrders } from "./orders-korean.ts";
import { normalise } from "./normalise.ts";
import { PatternSet } from "./pattern-set.ts";

const forged = new PatternSet(forgedStructure);
const withSpaces = [...englishOrders.plain, ...foreignOrders];
const plainOrders = new PatternSet(withSpaces);
const forgedOrPlain = new PatternSet([...forgedStructure, ...withSpaces]);
const denseOrders = new PatternSet([...englishOrders.dense, ...koreanOrders], { findsNew: true });

/**
 * Detects text addressed to the judge: orders, a forged verdict, role or end of an item, also hidden. Such a text is
 * judged in a separate call and approved only by a moderator.
 */
export function readsLikeInstructions(written: string, normalised = normalise(written).text): boolean {
  const { asWritten, first, decoded } = readingsOf(written, normalised);
  const lower = written.toLowerCase();
  return (
    blobs.some((pattern) => pattern.test(written)) ||
    (asWritten.every(({ plain }) => plain !== lower) && forged.find(lower) !== null) ||
    asWritten.some(
      ({ plain, dense }) => forgedOrPlain.find(plain) !== null || denseOrders.find(dense) !== null,
    ) ||
    hidesOrders(decoded(), first.dense)
  );
}

function hidesOrders(decoded: Decoded[], asWritten: string): boolean {
  // Only words that the decoding created count. Otherwise every Korean pattern that the text's own words enable would
  // run on each cipher.
  const known = decoded.some(({ keepsOrder }) => keepsOrder) ? denseOrders.wordsIn(asWritten) : undefined;
  return decoded.some(
    ({ plain, dense, keepsOrder }) =>
      (hasOtherLetters(plain) && plainOrders.find(plain, { isEnough: isNoChance }) !== null) ||
      denseOrders.find(dense, { isEnough: isNoChance, ...(keepsOrder && known && { known }) }) !== null,
  );
}

function hasOtherLetters(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < fewestLetters.other; at += 1) {
    const code = text.charCodeAt(at);
    const isHangul = (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x3163);
    if (code > 0x7f ? !isHangul : code >= 0x61 && code <= 0x7a) count += 1;
  }
  return count === fewestLetters.other;
}

/** Reversed or decoded text contains short words by chance. */
const fewestLetters = { hangul: 5, other: 10 };

function isNoChance(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  const isHangul = letters.some((letter) => letter >= "가" && letter <= "힣");
  return letters.length >= (isHangul ? fewestLetters.hangul : fewestLetters.other);
}
