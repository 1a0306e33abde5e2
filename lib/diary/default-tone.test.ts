import { expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { findDefaultTone, saveDefaultTone } from "./default-tone.ts";

test("starts a member's diary with T until they choose another tone, and changes nobody else's", async () => {
  const [memberId, stranger] = [await newMember(), await newMember()];
  expect(await findDefaultTone(memberId)).toBe("T");
  await saveDefaultTone(memberId, "F");
  expect([await findDefaultTone(memberId), await findDefaultTone(stranger)]).toEqual(["F", "T"]);
});
