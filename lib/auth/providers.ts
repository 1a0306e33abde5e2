import Google from "next-auth/providers/google";
import Kakao from "next-auth/providers/kakao";
import Naver from "next-auth/providers/naver";
import { z } from "zod";
import { env } from "../env.ts";
import { providerIds, type ProviderId } from "./provider-ids.ts";

/** proxy.ts allows forms to submit to these origins. */
export const providerOrigins: Record<ProviderId, string> = {
  kakao: "https://kauth.kakao.com",
  naver: "https://nid.naver.com",
  google: "https://accounts.google.com",
};

function credentials(id: ProviderId) {
  const settings = env();
  const [clientId, clientSecret] = {
    kakao: [settings.AUTH_KAKAO_ID, settings.AUTH_KAKAO_SECRET],
    naver: [settings.AUTH_NAVER_ID, settings.AUTH_NAVER_SECRET],
    google: [settings.AUTH_GOOGLE_ID, settings.AUTH_GOOGLE_SECRET],
  }[id];
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}

export function enabledProviders(): ProviderId[] {
  return providerIds.filter((id) => credentials(id) !== null);
}

export function oauthProviders() {
  const [kakao, naver, google] = providerIds.map(credentials);
  return [kakao && Kakao(kakao), naver && Naver(naver), google && Google(google)].filter(
    (provider) => !!provider,
  );
}

const kakaoSchema = z.object({
  kakao_account: z.object({
    email: z.string(),
    is_email_valid: z.literal(true),
    is_email_verified: z.literal(true),
  }),
});
const googleSchema = z.object({ email: z.string(), email_verified: z.literal(true) });

/** The e-mail of a profile, if the provider has verified it. Naver's is typed by the person. */
export function verifiedEmail(provider: ProviderId, profile: unknown): string | null {
  if (provider === "kakao") return kakaoSchema.safeParse(profile).data?.kakao_account.email ?? null;
  if (provider === "google") return googleSchema.safeParse(profile).data?.email ?? null;
  return null;
}
