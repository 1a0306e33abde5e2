import { createECDH } from "node:crypto";

/** Skips private keys with a leading zero byte: Node drops it. */
export function newVapidPair() {
  const pair = createECDH("prime256v1");
  do pair.generateKeys();
  while (pair.getPrivateKey().length < 32);
  return {
    VAPID_PUBLIC_KEY: pair.getPublicKey("base64url"),
    VAPID_PRIVATE_KEY: pair.getPrivateKey("base64url"),
  };
}
