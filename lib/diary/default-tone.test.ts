import { expect, test } from "vitest";

import { newMember } from "../../e2e/support/vitest/new-member.ts";
import { findDefaultTone, saveDefaultTone } from "./default-tone.ts";

test("a member's diary starts with T until they choose another tone, and nobody else's changes", async () => {
  const [memberId, stranger] = [await newMember(), await newMember()];
  expect(await findDefaultTone(memberId)).toBe("T");
  await saveDefaultTone(memberId, "F");
  expect([await findDefaultTone(memberId), await findDefaultTone(stranger)]).toEqual(["F", "T"]);
});
