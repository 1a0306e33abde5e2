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
 * Whether a text seems to speak to whoever judges it: gives orders, forges a verdict, a role or the end of an item, or
 * hides something that does. Such a text is asked about alone and is never approved without a person.
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

/** @param asWritten the dense text that was decoded, in which no order was found */
function hidesOrders(decoded: Decoded[], asWritten: string): boolean {
  // Words that the decoding made. Without this, each Korean pattern that the text's own words call for runs over each cipher.
  const known = decoded.some(({ keepsOrder }) => keepsOrder) ? denseOrders.wordsIn(asWritten) : undefined;
  return decoded.some(
    ({ plain, dense, keepsOrder }) =>
      (hasOtherLetters(plain) && plainOrders.find(plain, { isEnough: isNoChance }) !== null) ||
      denseOrders.find(dense, { isEnough: isNoChance, ...(keepsOrder && known && { known }) }) !== null,
  );
}

/** Whether a text has letters enough that are not Hangul for a match that is no chance. */
function hasOtherLetters(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < fewestLetters.other; at += 1) {
    const code = text.charCodeAt(at);
    const isHangul = (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x3163);
    if (code > 0x7f ? !isHangul : code >= 0x61 && code <= 0x7a) count += 1;
  }
  return count === fewestLetters.other;
}

/** A text read backwards or in a cipher holds short words by chance. */
const fewestLetters = { hangul: 5, other: 10 };

function isNoChance(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  const isHangul = letters.some((letter) => letter >= "가" && letter <= "힣");
  return letters.length >= (isHangul ? fewestLetters.hangul : fewestLetters.other);
}
