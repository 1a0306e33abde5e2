import { createECDH } from "node:crypto";

export function vapidProblem(
  publicKey: string | undefined,
  privateKey: string | undefined,
): { name: "VAPID_PUBLIC_KEY" | "VAPID_PRIVATE_KEY"; problem: string } | null {
  if (!publicKey && !privateKey) return null;
  if (!publicKey) return { name: "VAPID_PUBLIC_KEY", problem: "is needed with VAPID_PRIVATE_KEY" };
  if (!privateKey) return { name: "VAPID_PRIVATE_KEY", problem: "is needed with VAPID_PUBLIC_KEY" };
  if (!isBase64Url(publicKey, 65))
    return { name: "VAPID_PUBLIC_KEY", problem: "must be 65 bytes in base64url, without =" };
  if (!isBase64Url(privateKey, 32))
    return { name: "VAPID_PRIVATE_KEY", problem: "must be 32 bytes in base64url, without =" };
  return publicKeyOf(privateKey) === publicKey
    ? null
    : { name: "VAPID_PUBLIC_KEY", problem: "does not belong to VAPID_PRIVATE_KEY" };
}

/** Node's decoder accepts other spellings of the same bytes; push libraries do not. */
function isBase64Url(text: string, length: number): boolean {
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === length && bytes.toString("base64url") === text;
}

function publicKeyOf(privateKey: string): string | null {
  const pair = createECDH("prime256v1");
  try {
    pair.setPrivateKey(privateKey, "base64url");
  } catch {
    return null;
  }
  return pair.getPublicKey("base64url");
}
