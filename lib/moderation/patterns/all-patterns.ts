import { englishOrders } from "./orders-english.ts";
import { foreignOrders } from "./orders-foreign.ts";
import { blobs, forgedStructure } from "./orders-forged.ts";
import { koreanOrders } from "./orders-korean.ts";
import { formPatterns } from "./pattern-rules.ts";

/** Every pattern that runs over members' texts. Used by the tests that bound their time. */
export const allPatterns: RegExp[] = [
  ...formPatterns.map(({ pattern }) => pattern),
  ...englishOrders.plain,
  ...englishOrders.dense,
  ...koreanOrders,
  ...foreignOrders,
  ...forgedStructure,
  ...blobs,
];
