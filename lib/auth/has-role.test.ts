import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { newSession } from "../../test/new-session.ts";
import { prisma } from "../db.ts";
import { isHiddenPage } from "./is-hidden-page.ts";
import { newSessionCookie } from "./session-cookie.ts";
import { requireAdmin } from "./viewer.ts";

const asked = vi.hoisted(() => ({ cookie: null as { name: string; value: string } | null }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (asked.cookie?.name === name ? asked.cookie : undefined),
    }),
}));

async function signedInAs(role: "MEMBER" | "MODERATOR") {
  const memberId = await newMember();
  await prisma.member.update({ where: { id: memberId }, data: { role } });
  asked.cookie = await newSessionCookie(new Headers(), await newSession(memberId));
  return { memberId, cookie: `${asked.cookie.name}=${asked.cookie.value}` };
}

const deskPage = (cookie?: string) =>
  new NextRequest("http://sora.test/admin/moderation", { headers: cookie ? { cookie } : {} });

test("a member who asks for the desk gets nothing and is in the log, by a page and by an action", async () => {
  const { records } = captureLog();
  const { memberId, cookie } = await signedInAs("MEMBER");
  expect(await isHiddenPage(deskPage(cookie))).toBe(true);
  await expect(requireAdmin()).rejects.toMatchObject({ digest: expect.stringContaining("404") as string });
  const refused = { level: "warn", event: "access refused", memberId, kind: "role" };
  expect(records).toEqual([expect.objectContaining(refused), expect.objectContaining(refused)]);
});

test("nobody and moderators at their own pages are not", async () => {
  const { records } = captureLog();
  expect(await isHiddenPage(deskPage())).toBe(true);
  const { cookie } = await signedInAs("MODERATOR");
  expect(await isHiddenPage(deskPage(cookie))).toBe(false);
  expect(records).toEqual([]);
});
