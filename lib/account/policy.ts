import { noEmailDomain } from "../auth/schema.ts";

/** Null for a member whose sign-in provider gave no verified address. */
export function shownEmail(email: string): string | null {
  return email.endsWith(`@${noEmailDomain}`) ? null : email;
}

export function confirmationPhrase({ email, name }: { email: string; name: string }): string {
  return shownEmail(email) ?? name;
}

/** Affects reviews and reports; diary and appeals remain available. */
export function isReviewingSuspended({ noReviewsUntil }: { noReviewsUntil: Date | null }, now = new Date()) {
  return noReviewsUntil !== null && noReviewsUntil > now;
}
