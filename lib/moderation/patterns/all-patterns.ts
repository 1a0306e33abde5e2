import { contactPatterns } from "./contact-patterns.ts";
import { englishOrders } from "./orders-english.ts";
import { foreignOrders } from "./orders-foreign.ts";
import { blobs, forgedStructure } from "./orders-forged.ts";
import { koreanOrders } from "./orders-korean.ts";
import { phonePatterns } from "./phone-patterns.ts";

/** Every pattern that runs over members' texts, for the tests that bound their time. */
export const allPatterns: RegExp[] = [
  ...contactPatterns.map(({ pattern }) => pattern),
  ...phonePatterns,
  ...englishOrders.plain,
  ...englishOrders.dense,
  ...koreanOrders,
  ...foreignOrders,
  ...forgedStructure,
  ...blobs,
];
