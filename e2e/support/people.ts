import type { Page } from "@playwright/test";

import { admin, newCredentials, postSignIn, postSignUp } from "../fixtures.ts";
import { inDatabase } from "./database.ts";

type Options = { locale?: string; name?: string; javaScriptEnabled?: boolean };

/** A page in a new browser context with the same viewport. The caller closes the context. */
export async function newWindow(page: Page, { locale = "ko-KR", javaScriptEnabled = true }: Options) {
  const browser = page.context().browser()!;
  const context = await browser.newContext({ locale, javaScriptEnabled, viewport: page.viewportSize() });
  return context.newPage();
}

/** A blank page of a new member, who is signed in. */
export async function newPersonPage(page: Page, options: Options = {}) {
  const { name = "다른 사람" } = options;
  const theirs = await newWindow(page, options);
  const credentials = { ...newCredentials(), name };
  await postSignUp(theirs, credentials);
  return { page: theirs, email: credentials.email };
}

export async function newModeratorPage(page: Page, options: Options = {}) {
  const moderator = await newPersonPage(page, { name: "담당자 바다", ...options });
  await setRole(moderator.email, "MODERATOR");
  return moderator;
}

export async function newAdminPage(page: Page, options: Options = {}) {
  const theirs = await newWindow(page, options);
  await postSignIn(theirs, admin);
  return theirs;
}

export const setRole = (email: string, role: "MEMBER" | "MODERATOR") =>
  inDatabase(`UPDATE member SET role = $2::"Role" WHERE email = $1`, [email, role]);

/** Ends the session on the client: the open page stays as it is. */
export const endSession = (page: Page) => page.context().clearCookies({ name: /session-token/ });

/** Old enough an account for its reports to count. */
export const letAge = (email: string) =>
  inDatabase(`UPDATE member SET created_at = created_at - interval '2 days' WHERE email = $1`, [email]);
