import { readingsOf } from "./disguises.ts";
import { englishOrders } from "./orders-english.ts";
import { foreignOrders } from "./orders-foreign.ts";
import { blobs, forgedStructure } from "./orders-forged.ts";
import { koreanOrders } from "./orders-korean.ts";
import { normalise } from "./normalise.ts";
import { PatternSet } from "./pattern-set.ts";

const forged = new PatternSet(forgedStructure);
const plainOrders = new PatternSet([...englishOrders.plain, ...foreignOrders]);
const denseOrders = new PatternSet([...englishOrders.dense, ...koreanOrders]);

/**
 * Whether a text seems to speak to whoever judges it: gives orders, forges a verdict, a role or the end of an item, or
 * hides something that does. Such a text is asked about alone and is never approved without a person.
 */
export function readsLikeInstructions(written: string, normalised = normalise(written).text): boolean {
  const { asWritten, decoded } = readingsOf(written, normalised);
  return (
    blobs.some((pattern) => pattern.test(written)) ||
    forged.find(written.toLowerCase()) !== null ||
    asWritten.some(
      ({ plain, dense }) =>
        forged.find(plain) !== null || plainOrders.find(plain) !== null || denseOrders.find(dense) !== null,
    ) ||
    decoded.some(
      ({ plain, dense }) =>
        plainOrders.find(plain, isNoChance) !== null || denseOrders.find(dense, isNoChance) !== null,
    )
  );
}

/** A text read backwards or in a cipher holds short words by chance. */
const fewestLetters = { hangul: 5, other: 10 };

function isNoChance(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  const isHangul = letters.some((letter) => letter >= "가" && letter <= "힣");
  return letters.length >= (isHangul ? fewestLetters.hangul : fewestLetters.other);
}
