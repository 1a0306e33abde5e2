import "server-only";

import type { UserId } from "../auth/user-id.ts";
import type { Tx } from "../db.ts";
import { log } from "../log/log.ts";
import { forgetEndpoint } from "./push-data.ts";

/** Ends pushes to a browser before its sign-out. Does not throw, so that a failure does not prevent the sign-out. */
export async function leaveBrowser({
  memberId,
  endpoint,
}: {
  memberId: UserId;
  endpoint: string;
}): Promise<void> {
  try {
    if (endpoint) await forgetEndpoint({ memberId, endpoint });
  } catch (error) {
    log.warn("pushes not ended", { error });
  }
}

export async function leaveSession(tx: Tx, session: { memberId: UserId; sessionId: string }): Promise<void> {
  await tx.pushSubscription.deleteMany({ where: session });
}

export async function leaveEverywhere(tx: Tx, memberId: string): Promise<void> {
  await tx.pushSubscription.deleteMany({ where: { memberId } });
}
