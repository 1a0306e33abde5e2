import { createHash, hkdfSync } from "node:crypto";

/**
 * The key that Next encrypts bound arguments of server actions with (NEXT_SERVER_ACTIONS_ENCRYPTION_KEY): 32 bytes in
 * base64. Servers with the same AUTH_SECRET have the same.
 */
export function actionKeyOf(authSecret: string): string {
  return Buffer.from(hkdfSync("sha256", authSecret, "", "sora server actions", 32)).toString("base64");
}

/**
 * Names the server actions of every build: Next's ids are hashes of it, a file and a name, so servers that build for themselves
 * share their actions. It is no secret and encrypts nothing: servers use `actionKeyOf` their AUTH_SECRET.
 */
export const buildActionKey = actionKeyOf("every build of Sora");

/** Tells action keys apart and reveals nothing of them: 16 hex digits. */
export function actionKeyId(actionKey: string): string {
  return createHash("sha256").update(`sora action key ${actionKey}`).digest("hex").slice(0, 16);
}
