import { createECDH } from "node:crypto";

/** Keys for Web Push as a tool makes them. Some private keys begin with a zero, which Node leaves out: not those. */
export function newVapidPair() {
  const pair = createECDH("prime256v1");
  do pair.generateKeys();
  while (pair.getPrivateKey().length < 32);
  return {
    VAPID_PUBLIC_KEY: pair.getPublicKey("base64url"),
    VAPID_PRIVATE_KEY: pair.getPrivateKey("base64url"),
  };
}
