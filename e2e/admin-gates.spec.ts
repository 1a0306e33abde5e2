import type { Browser } from "@playwright/test";

import { actionDoor, actionNames, pageDoors, routeDoors } from "../test/strangers/doors.ts";
import { cookieHeader, expect, signIn, signUp, test } from "./fixtures.ts";
import { type AdminSamples, newAdminSamples } from "./support/admin-samples.ts";
import { type BuiltAction, builtActions, builtEntries, pathOf } from "./support/build-manifests.ts";
import { inDatabase } from "./support/database.ts";
import { actionFields, addressOf } from "./support/named-things.ts";

// Reads pages, routes and actions from the build, so that new ones are included. Everything below /admin or /api/admin,
// and every action, is closed to members unless test/strangers/doors.ts lists it.

const isAdministration = (entry: string) => /^\/(api\/)?admin(\/|$)/.test(pathOf(entry));

const isForModerators = (entry: string) =>
  [pageDoors[pathOf(entry)], ...Object.values(routeDoors[pathOf(entry)] ?? {})].includes("moderators");

const closedActions = (): BuiltAction[] =>
  builtActions().filter(({ name }) => !["everybody", "readers", "members"].includes(actionDoor(name) ?? ""));

type Visitor = { who: string; cookie: string; memberId: string | null };

/** People without access, each with a session or without one. */
async function newVisitors(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const join = async (who: string, change?: string): Promise<Visitor> => {
    await context.clearCookies();
    const { email } = await signUp(page);
    const [member] = await inDatabase<{ id: string }>("SELECT id FROM member WHERE email = $1", [email]);
    if (change) await inDatabase(`UPDATE member SET ${change} WHERE id = $1`, [member!.id]);
    return { who, cookie: await cookieHeader(page), memberId: member!.id };
  };
  const outsiders = [
    { who: "nobody", cookie: "", memberId: null },
    await join("a member suspended from reviewing", "no_reviews_until = now() + interval '1 day'"),
    await join("a suspended account", "suspended_at = now()"),
    await join("a member"),
  ];
  const samples = await newAdminSamples(page, outsiders.at(-1)!.memberId!);
  const moderator = await join("a moderator", "role = 'MODERATOR'");
  await context.clearCookies();
  await signIn(page, { name: "Admin", email: "admin@sora.test", password: "sora-admin-1" });
  const admin = { who: "an admin", cookie: await cookieHeader(page), memberId: null };
  await context.close();
  return { outsiders, moderator, admin, samples };
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

function ask(url: string, { cookie }: Visitor, init: RequestInit = {}) {
  const origin = new URL(url).origin;
  const headers = { cookie, origin, "accept-language": "ko", ...init.headers };
  return fetch(url, { redirect: "manual", ...init, headers });
}

/** The HTML without what differs in every answer: the nonce and the URL. */
const sentPage = (html: string, url: string) => {
  const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "(id)");
  const address = withoutIds(new URL(url).pathname);
  return (
    withoutIds(html)
      .replaceAll(address, "(address)")
      // The sign-in's target, and the URL as Next's script reads it.
      .replaceAll(encodeURIComponent(address), "(address)")
      .replaceAll(/\\"c\\":\[[^\]]*\]/g, "(address)")
  );
};

/** Rows that reference one of these people, by table and column. */
async function tracesOf(memberIds: string[]) {
  const columns = await inDatabase<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'uuid' ORDER BY 1, 2`,
  );
  const traces: Record<string, number> = {};
  for (const { table, column } of columns) {
    const sql = `SELECT count(*)::int AS count FROM "${table}" WHERE "${column}" = ANY ($1::uuid[])`;
    const [row] = await inDatabase<{ count: number }>(sql, [memberIds]);
    if (row!.count > 0) traces[`${table}.${column}`] = row!.count;
  }
  return traces;
}

const rowsOf = ({ gymId, held, appealId, memberId, runId, replyId }: AdminSamples) =>
  inDatabase(
    `SELECT to_jsonb(gym) AS row FROM gym WHERE id = $1
      UNION ALL SELECT to_jsonb(trainer) FROM trainer WHERE gym_id = $1
      UNION ALL SELECT to_jsonb(review) FROM review WHERE gym_id = $1
      UNION ALL SELECT to_jsonb(revision) FROM review_revision revision WHERE id = $2
      UNION ALL SELECT to_jsonb(verdict) FROM verdict WHERE revision_id = $2
      UNION ALL SELECT to_jsonb(item) FROM moderation_item item WHERE gym_id = $1
      UNION ALL SELECT to_jsonb(appeal) FROM appeal WHERE id = $3
      UNION ALL SELECT to_jsonb(member) FROM member WHERE id = $4
      UNION ALL SELECT to_jsonb(run) FROM policy_run run WHERE id = $5
      UNION ALL SELECT to_jsonb(shared) FROM shared_reply shared WHERE reply_id = $6
      ORDER BY 1`,
    [gymId, held.revisionId, appealId, memberId, runId, replyId],
  );

test.describe.configure({ timeout: 180_000 });

test("every page, route and action of the build is listed in doors.ts, and every path has a sample", async ({
  memberPage: page,
  member,
}) => {
  const [{ id }] = (await inDatabase<{ id: string }>("SELECT id FROM member WHERE email = $1", [
    member.email,
  ])) as [{ id: string }];
  const samples = await newAdminSamples(page, id);
  const unnamed = builtEntries().filter((entry) => !(pathOf(entry) in { ...pageDoors, ...routeDoors }));
  expect(unnamed, "new: name it in test/strangers/doors.ts").toEqual([]);

  const closed = builtEntries().filter(isAdministration);
  expect(closed.length).toBeGreaterThan(15);
  const withoutSample = closed.filter((entry) => addressOf(entry, samples) === undefined);
  expect(withoutSample, "name a sample in e2e/support/named-things.ts").toEqual([]);

  const built = builtActions().map(({ name }) => name);
  expect(actionNames().toSorted(), "test/strangers/doors.ts names every action that was built").toEqual(
    built.toSorted(),
  );
});

test("outsiders get the same answer from every closed page and route as from a missing one", async ({
  browser,
  baseURL,
}) => {
  const { outsiders, moderator, admin, samples } = await newVisitors(browser, baseURL!);
  const memberIds = outsiders.flatMap(({ memberId }) => memberId ?? []);
  const [traces, rows] = [await tracesOf(memberIds), await rowsOf(samples)];
  const closed = builtEntries().filter(isAdministration);
  const urlOf = (entry: string) => `${baseURL}${addressOf(entry, samples)!}`;

  const answers = async (url: string, visitor: Visitor) => {
    const got: Record<string, [number, string]> = {};
    for (const method of methods) {
      const answer = await ask(url, visitor, { method });
      got[method] = [answer.status, sentPage(await answer.text(), url)];
    }
    return got;
  };
  const callAnswers = async (path: string, visitor: Visitor) => {
    const got: Record<string, object> = {};
    for (const method of [...methods, "HEAD", "OPTIONS"]) {
      const answer = await ask(`${baseURL}${path}`, visitor, { method });
      const headers = [...answer.headers].filter(([name]) => name !== "date" && name !== "x-request-id");
      got[method] = { status: answer.status, headers, body: await answer.text() };
    }
    return got;
  };
  // The proxy renders missing pages but skips these requests: here only the page's own gate protects it.
  const expectOwnGate = async (url: string, entry: string, visitor: Visitor) => {
    for (const headers of [{ "next-router-prefetch": "1" }, { rsc: "1" }] as Record<string, string>[]) {
      // Next redirects RSC requests to a URL that caches do not confuse with the page.
      const answer = await ask(url, visitor, { headers, redirect: "follow" });
      const text = await answer.text();
      expect(answer.status, `${entry} by its own gate as ${visitor.who}`).toBe(404);
      for (const secret of [samples.word, samples.gymId, samples.held.revisionId])
        expect(text, `${entry} as ${visitor.who}`).not.toContain(secret);
    }
  };
  for (const visitor of outsiders) {
    const nowhere = await answers(`${baseURL}/admin/nowhere`, visitor);
    expect(nowhere.GET![0]).toBe(404);
    expect(nowhere.GET![1]).toContain("여기엔 아무것도 없어요");
    const noCall = await callAnswers("/api/admin/nowhere", visitor);
    expect(noCall.GET).toMatchObject({ status: 404 });
    for (const entry of closed) {
      if (entry.endsWith("/route")) {
        const got = await callAnswers(addressOf(entry, samples)!, visitor);
        expect(got, `${entry} as ${visitor.who}`).toEqual(noCall);
        continue;
      }
      const got = await answers(urlOf(entry), visitor);
      await expectOwnGate(urlOf(entry), entry, visitor);
      for (const method of methods)
        expect(got[method], `${method} ${entry} as ${visitor.who}`).toEqual(nowhere[method]);
    }
  }

  for (const entry of closed) {
    const url = urlOf(entry);
    const asModerator = await ask(url, moderator);
    await asModerator.body?.cancel();
    if (!isForModerators(entry)) expect(asModerator.status, `${entry} as a moderator`).toBe(404);
    // The same request succeeds for an admin: what was refused above was the person.
    const statuses = [];
    for (const method of entry.endsWith("/page") ? (["GET"] as const) : (["GET", "POST"] as const)) {
      const answer = await ask(url, admin, { method });
      await answer.body?.cancel();
      statuses.push(answer.status);
    }
    expect(
      statuses.some((status) => status !== 404),
      `${entry} as an admin`,
    ).toBe(true);
  }
  expect(await tracesOf(memberIds)).toEqual(traces);
  expect(await rowsOf(samples)).toEqual(rows);
});

test("a page about a missing item is rendered without script, for everyone who may see such pages", async ({
  browser,
  baseURL,
}) => {
  const { moderator, admin, samples } = await newVisitors(browser, baseURL!);
  const { unknownId } = samples;
  const nothing: AdminSamples = {
    ...samples,
    gymId: unknownId,
    gymSlug: "nowhere-at-all",
    memberId: unknownId,
    held: { reviewId: unknownId, revisionId: unknownId, verdictId: unknownId },
    appealId: unknownId,
    runId: unknownId,
    replyId: unknownId,
    // Tomorrow, which has begun in some time zones.
    date: new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now() + 86_400_000),
  };
  const entries = builtEntries().filter((entry) => entry.endsWith("/page") && entry.includes("["));
  expect(entries.length).toBeGreaterThan(15);
  // This rule and this version exist in every database.
  const known = ["/admin/policy/draft/profanity", "/admin/policy/versions/1"];
  const paths = entries.map((entry) => addressOf(entry, nothing)!).filter((path) => !known.includes(path));
  const more = [
    "/admin/policy/draft/no-such-rule",
    "/admin/policy/versions/99",
    "/admin/people",
    "/admin/gyms/new",
  ];
  for (const [visitor, own] of [
    [admin, []],
    [moderator, more.slice(2)],
  ] as const)
    for (const path of [...paths, ...more.slice(0, 2), ...own]) {
      const answer = await ask(baseURL! + path, visitor);
      const html = await answer.text();
      const say = `${path} as ${visitor.who}`;
      if (answer.status >= 300 && answer.status < 400) continue;
      expect(html, say).not.toContain("__next_error__");
      if (answer.status === 404) expect(html, say).toContain("<h1");
    }
});

test("outsiders' calls of every action do nothing", async ({ browser, baseURL }) => {
  const { outsiders, samples } = await newVisitors(browser, baseURL!);
  const memberIds = outsiders.flatMap(({ memberId }) => memberId ?? []);
  const [traces, rows] = [await tracesOf(memberIds), await rowsOf(samples)];
  const actions = closedActions();
  expect(actions.length).toBeGreaterThan(15);

  // Arguments as browsers send them: a form; a state and a form; a bound value before them.
  const calls = [
    `["$K1"]`,
    `[{},"$K1"]`,
    `["${samples.gymSlug}",{},"$K1"]`,
    `["${samples.gymSlug}","han",{},"$K1"]`,
  ];
  for (const { id, name, pages } of actions) {
    const address = pages.map((page) => addressOf(page, samples)).find((found) => found !== undefined);
    expect(address, `an address for ${name}, which is on ${pages.join()}`).toBeDefined();
    for (const visitor of outsiders) {
      for (const call of calls) {
        const body = new FormData();
        for (const [field, value] of Object.entries(actionFields(samples))) body.append(`_1_${field}`, value);
        body.append("0", call);
        const answer = await ask(baseURL! + address!, visitor, {
          method: "POST",
          body,
          headers: { "next-action": id, accept: "text/x-component" },
        });
        const text = await answer.text();
        const say = `${name} as ${visitor.who}, ${call}`;
        expect(answer.headers.get("x-nextjs-action-not-found"), say).toBeNull();
        // A script without a session is asked to sign in, so that its form keeps the input (lib/action.ts). It gets
        // nothing else.
        if (answer.status === 200) {
          expect(text, say).toContain('"isSignedOut":true');
          expect(text.length, say).toBeLessThan(500);
        }
        expect([404, visitor.memberId === null ? 200 : 404], say).toContain(answer.status);
      }
    }
  }
  expect(await tracesOf(memberIds)).toEqual(traces);
  expect(await rowsOf(samples)).toEqual(rows);
});
