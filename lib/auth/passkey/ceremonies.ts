import "server-only";

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { shownEmail } from "../../account/policy.ts";
import type { UserId } from "../user-id.ts";
import type { Viewer } from "../viewer.ts";
import { type ChallengePurpose, newChallenge, takeChallenge } from "./challenge.ts";
import { findPasskey, listPasskeys, markUsed } from "./data.ts";
import { relyingParty } from "./relying-party.ts";
import type { AuthenticationResponse, RegistrationResponse } from "./schema.ts";

/**
 * Requires a discoverable passkey, which the browser offers without a typed name, and user verification (screen
 * lock).
 */
export async function registrationOptions(viewer: Viewer) {
  const passkeys = await listPasskeys(viewer.id);
  return generateRegistrationOptions({
    rpName: "Sora",
    rpID: (await relyingParty()).rpID,
    userID: new TextEncoder().encode(viewer.id),
    userName: shownEmail(viewer.email) ?? viewer.name,
    userDisplayName: viewer.name,
    challenge: newChallenge(`register ${viewer.id}`),
    attestationType: "none",
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Any passkey signs in; a proof needs one of the member's own. */
export async function authenticationOptions(memberId?: UserId) {
  const passkeys = memberId ? await listPasskeys(memberId) : [];
  return generateAuthenticationOptions({
    rpID: (await relyingParty()).rpID,
    challenge: newChallenge(memberId ? `prove ${memberId}` : "sign-in"),
    userVerification: "required",
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
  });
}

export async function verifyRegistration(memberId: UserId, response: RegistrationResponse) {
  const { rpID, origin } = await relyingParty();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(challenge, `register ${memberId}`),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    });
    return verified ? registrationInfo.credential : null;
  } catch {
    return null; // the library throws on every mismatch
  }
}

export async function verifyAuthentication(response: AuthenticationResponse, purpose: ChallengePurpose) {
  const passkey = await findPasskey(response.id);
  if (!passkey) return null;
  const { rpID, origin } = await relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(challenge, purpose),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
    });
    if (!verified || !(await markUsed(passkey.id, passkey.counter, authenticationInfo.newCounter)))
      return null;
    return { memberId: passkey.memberId, ...passkey.member };
  } catch {
    return null;
  }
}
