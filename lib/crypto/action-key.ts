import { createHash, hkdfSync } from "node:crypto";

/**
 * NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, with which Next encrypts bound arguments of server actions: 32 bytes in base64.
 * Equal on servers with the same AUTH_SECRET.
 */
export function actionKeyOf(authSecret: string): string {
  return Buffer.from(hkdfSync("sha256", authSecret, "", "sora server actions", 32)).toString("base64");
}

/**
 * Used by every build. Next's action ids are hashes of the key, a file and a name, so servers that build for
 * themselves have the same ids. Not secret: at run time servers use `actionKeyOf` their AUTH_SECRET.
 */
export const buildActionKey = actionKeyOf("every build of Sora");

/** Identifies an action key without revealing it: 16 hex digits. */
export function actionKeyId(actionKey: string): string {
  return createHash("sha256").update(`sora action key ${actionKey}`).digest("hex").slice(0, 16);
}
