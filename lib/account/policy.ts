import { noEmailDomain } from "../auth/schema.ts";

/** The e-mail to show: none for a member whose sign-in provider gave no verified one. */
export function shownEmail(email: string): string | null {
  return email.endsWith(`@${noEmailDomain}`) ? null : email;
}

/** What is typed to confirm that an account shall be deleted. */
export function confirmationPhrase({ email, name }: { email: string; name: string }): string {
  return shownEmail(email) ?? name;
}

/** Whether they may write no reviews and no reports right now. Their diary and their appeals are theirs all the same. */
export function isReviewingSuspended({ noReviewsUntil }: { noReviewsUntil: Date | null }, now = new Date()) {
  return noReviewsUntil !== null && noReviewsUntil > now;
}
