import "server-only";

import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { getLocale } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { signInSchema, type FormError } from "./schema.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { log } from "../log/log.ts";
import { askingDevice } from "./asking-device.ts";
import { checkPassword } from "./check-password.ts";
import { clientAddress } from "./client-address.ts";
import { findSignInByIdentity } from "./data.ts";
import { readDevice } from "./device-cookie.ts";
import { leftCookie } from "./left-cookie.ts";
import { signInWithProvider } from "./provider-sign-in.ts";
import { providerIds } from "./provider-ids.ts";
import { oauthProviders } from "./providers.ts";
import { claimsOf, isHttps, sessionSeconds, tokenOf } from "./session-cookie.ts";
import { openSession } from "./session.ts";
import { endSession } from "./sessions/revoke.ts";
import { takeTimeZone } from "./carried-time-zone.ts";

export class SignInRefused extends CredentialsSignin {
  readonly reason: FormError;
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: FormError, retryAfterSeconds?: number) {
    super();
    this.code = this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(input, request) {
    const parsed = signInSchema.safeParse(input);
    if (!parsed.success) throw new SignInRefused("WRONG_CREDENTIALS");

    const checked = await checkPassword({
      ...parsed.data,
      address: clientAddress(request.headers),
      device: await readDevice(request.headers, await cookies()),
    });
    if (checked.ok) return { id: checked.data.memberId, sessionVersion: checked.data.sessionVersion };
    throw new SignInRefused(
      checked.error,
      "retryAfterSeconds" in checked ? checked.retryAfterSeconds : undefined,
    );
  },
});

/** Read per request: settings are not available while Next builds. */
async function config(): Promise<NextAuthConfig> {
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    useSecureCookies: isHttps(await headers()),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/signin", error: "/signin" },
    providers: [credentials, ...oauthProviders()],
    logger: { error: logAuthError, warn: () => {}, debug: () => {} },
    callbacks: {
      signIn: admitProvider,
      jwt: sessionToken,
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: endSignedOut },
  };
}

type Callbacks = NonNullable<NextAuthConfig["callbacks"]>;

const admitProvider: Callbacks["signIn"] = async ({ user, account, profile }) => {
  const provider = providerIds.find((id) => id === account?.provider);
  if (!provider || !account) return true;

  const admitted = await signInWithProvider({
    provider,
    subject: account.providerAccountId,
    name: user.name ?? "",
    profile,
    address: clientAddress(await headers()),
    locale: await getLocale(),
    timeZone: await takeTimeZone(),
    device: await askingDevice(),
  });
  if (!admitted.ok) log.warn("sign-in refused", { kind: provider, cause: admitted.error });
  return admitted.ok || `/signin?error=${admitted.error}`;
};

/** Holds the member, session and session version only; a client cannot add claims. */
const sessionToken: Callbacks["jwt"] = async ({ token, user, account }) => {
  if (!user) return token;
  if (account?.type === "credentials")
    return tokenOf(
      await openSession({ memberId: user.id!, sessionVersion: user.sessionVersion! }, "password"),
    );

  const provider = providerIds.find((id) => id === account?.provider);
  if (!provider || !account) return null;
  const member = await findSignInByIdentity({ provider, subject: account.providerAccountId });
  if (!member) return null;
  return tokenOf(await openSession({ memberId: member.id, sessionVersion: member.sessionVersion }, provider));
};

/** Runs on every kind of sign-out. Revoking the session also makes copies of the cookie worthless. */
async function endSignedOut(message: object) {
  (await cookies()).set(leftCookie.name, leftCookie.value, leftCookie.options);
  const claims = "token" in message && claimsOf(message.token);
  if (claims) await prisma.$transaction((tx) => endSession(tx, claims));
}

/** Wrong passwords are not logged, and of a provider's answer only the error type. */
function logAuthError(error: Error) {
  if (error instanceof CredentialsSignin) return;
  log.error("sign-in failed", { cause: error instanceof AuthError ? error.type : null, error });
}

export const { handlers, signIn, signOut } = NextAuth(config);
