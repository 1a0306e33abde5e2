import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { pool, type Tx } from "../db.ts";
import { errorName } from "../error-name.ts";
import { signedOutChannel } from "./channels.ts";
import { forgetEndpoint } from "./push-data.ts";

/**
 * The member signs out of a browser: it gets no more pushes, and their streams everywhere end, to come back with
 * whatever cookie each tab has now. Never in the way of signing out itself.
 */
export async function leaveBrowser({
  memberId,
  endpoint,
}: {
  memberId: UserId;
  endpoint: string;
}): Promise<void> {
  try {
    if (endpoint) await forgetEndpoint({ memberId, endpoint });
    await pool.query("SELECT pg_notify($1, $2)", [signedOutChannel, memberId]);
  } catch (error) {
    console.warn(`sign-out: ${errorName(error)}`);
  }
}

/** The member's sessions end, on a lost phone too: nothing is pushed anywhere until they turn it on again. */
export async function leaveEverywhere(tx: Tx, memberId: UserId): Promise<void> {
  await tx.pushSubscription.deleteMany({ where: { memberId } });
  await tx.$executeRaw`SELECT pg_notify(${signedOutChannel}, ${memberId})`;
}
