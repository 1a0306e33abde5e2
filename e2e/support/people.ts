import type { Page } from "@playwright/test";

import { newCredentials, signUp } from "../fixtures.ts";
import { inDatabase } from "./database.ts";

type Options = { locale?: string; name?: string; javaScriptEnabled?: boolean };

/** A page of another person's, signed in, as large as `page`. Close its context when done. */
export async function newPersonPage(page: Page, options: Options = {}) {
  const { locale = "ko-KR", name = "다른 사람", javaScriptEnabled = true } = options;
  const browser = page.context().browser()!;
  const context = await browser.newContext({ locale, javaScriptEnabled, viewport: page.viewportSize() });
  const theirs = await context.newPage();
  const { email } = await signUp(theirs, { ...newCredentials(), name });
  return { page: theirs, email };
}

/** A moderator's page. */
export async function newModeratorPage(page: Page, options: Options = {}) {
  const moderator = await newPersonPage(page, { name: "담당자 바다", ...options });
  await inDatabase(`UPDATE member SET role = 'MODERATOR' WHERE email = $1`, [moderator.email]);
  return moderator;
}

/** As if they had been members for days: only then does their report count. */
export const letAge = (email: string) =>
  inDatabase(`UPDATE member SET created_at = created_at - interval '2 days' WHERE email = $1`, [email]);
