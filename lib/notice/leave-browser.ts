import "server-only";

import type { UserId } from "../auth/user-id.ts";
import type { Tx } from "../db.ts";
import { log } from "../log/log.ts";
import { forgetEndpoint } from "./push-data.ts";

/** The member signs out of a browser: it gets no more pushes. Never in the way of signing out itself. */
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

/** One session ends from elsewhere, that of a lost phone, say: nothing is pushed to it any more. */
export async function leaveSession(tx: Tx, session: { memberId: UserId; sessionId: string }): Promise<void> {
  await tx.pushSubscription.deleteMany({ where: session });
}

/** The member's sessions end, on a lost phone too: nothing is pushed anywhere until they turn it on again. */
export async function leaveEverywhere(tx: Tx, memberId: string): Promise<void> {
  await tx.pushSubscription.deleteMany({ where: { memberId } });
}
