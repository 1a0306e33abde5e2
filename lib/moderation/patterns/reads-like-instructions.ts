import { readingsOf } from "./disguises.ts";
import { englishOrders } from "./orders-english.ts";
import { koreanOrders } from "./orders-korean.ts";
import { foreignOrders } from "./orders-foreign.ts";
import { blobs, forgedStructure } from "./orders-forged.ts";

/**
 * Whether a text seems to speak to whoever judges it: gives orders, forges a verdict, a role or the end of an item, or
 * hides something that does. Such a text is asked about alone and is never approved without a person.
 *
 * It errs on the side of yes: the price of a wrong yes is that a person reads a harmless review.
 */
export function readsLikeInstructions(text: string): boolean {
  if ([...blobs, ...forgedStructure].some((pattern) => pattern.test(text))) return true;
  const { plain, dense } = readingsOf(text);
  const ordersInPlain = [...englishOrders.plain, ...foreignOrders, ...forgedStructure];
  const ordersInDense = [...englishOrders.dense, ...koreanOrders];
  return (
    plain.some((reading) => ordersInPlain.some((pattern) => pattern.test(reading))) ||
    dense.some((reading) => ordersInDense.some((pattern) => pattern.test(reading)))
  );
}
