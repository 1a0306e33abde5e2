import type { Page } from "@playwright/test";

import { admin, newCredentials, signIn, signUp } from "../fixtures.ts";
import { inDatabase } from "./database.ts";

type Options = { locale?: string; name?: string; javaScriptEnabled?: boolean };

/** A browser of another person's, with one page, as large as `page`. Close its context when done. */
export async function newWindow(page: Page, { locale = "ko-KR", javaScriptEnabled = true }: Options) {
  const browser = page.context().browser()!;
  const context = await browser.newContext({ locale, javaScriptEnabled, viewport: page.viewportSize() });
  return context.newPage();
}

/** A page of another person's, signed in. */
export async function newPersonPage(page: Page, options: Options = {}) {
  const { name = "다른 사람" } = options;
  const theirs = await newWindow(page, options);
  const { email } = await signUp(theirs, { ...newCredentials(), name });
  return { page: theirs, email };
}

/** A moderator's page. */
export async function newModeratorPage(page: Page, options: Options = {}) {
  const moderator = await newPersonPage(page, { name: "담당자 바다", ...options });
  await setRole(moderator.email, "MODERATOR");
  return moderator;
}

/** A page of the admin's. */
export async function newAdminPage(page: Page, options: Options = {}) {
  const theirs = await newWindow(page, options);
  await signIn(theirs, admin);
  return theirs;
}

export const setRole = (email: string, role: "MEMBER" | "MODERATOR") =>
  inDatabase(`UPDATE member SET role = $2::"Role" WHERE email = $1`, [email, role]);

/** As if their session had ended meanwhile: whatever the page has open is nobody's from here on. */
export const endSession = (page: Page) => page.context().clearCookies({ name: /session-token/ });

/** As if they had been members for days: only then does their report count. */
export const letAge = (email: string) =>
  inDatabase(`UPDATE member SET created_at = created_at - interval '2 days' WHERE email = $1`, [email]);
