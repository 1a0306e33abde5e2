export const providerIds = ["kakao", "naver", "google"] as const;
export type ProviderId = (typeof providerIds)[number];
