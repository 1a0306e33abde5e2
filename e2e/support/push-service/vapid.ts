// What a push service requires of a sender: a token signed with the subscription's key (RFC 8292).
import { createPublicKey, verify } from "node:crypto";

type Claims = { aud: string; exp: number; sub: string };

export function vapidFault(authorization: string | undefined, origin: string, now = Date.now() / 1000) {
  const [, token = "", publicKey = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization ?? "") ?? [];
  const [header = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  if (!signature || point.length !== 65) return "not signed";
  const { alg } = JSON.parse(Buffer.from(header, "base64url").toString()) as { alg: string };
  if (alg !== "ES256") return `signed with ${alg}`;

  const key = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) return "wrong signature";

  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as Claims;
  if (aud !== origin) return `meant for ${aud}`;
  if (exp <= now || exp > now + 24 * 60 * 60) return "expired, or valid for too long";
  return /^(mailto:.+@|https:\/\/)/.test(sub) ? null : `from ${sub}`;
}
