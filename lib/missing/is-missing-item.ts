import "server-only";

import type { NextRequest } from "next/server";
import { z } from "zod";
import { findPerson } from "../account/people-data.ts";
import { findReader } from "../auth/data.ts";
import type { Reader } from "../auth/reader.ts";
import { readSession } from "../auth/session-cookie.ts";
import { findEntry } from "../diary/entry-data.ts";
import { isShared } from "../diary/shared-reply-desk.ts";
import { findGym, findTrainer } from "../gym/gym-data.ts";
import { localDate } from "../time/local-date.ts";
import { currentPolicy } from "../moderation/policy/data.ts";
import { findDraft } from "../moderation/policy/draft.ts";
import { parsePolicyVersion } from "../moderation/policy/version-href.ts";
import { findVersion } from "../moderation/policy/versions.ts";
import { findAppeal } from "../review/appeal/data.ts";
import { listOwnReviews } from "../review/own-reviews.ts";
import { findRun } from "../review/policy-run/list.ts";
import { findReportable } from "../review/report/data.ts";

type Find = (reader: Reader, id: string, other: string) => unknown;

/** Pages about one item, by their address, and how each looks for it: null, undefined or false when it is not there. */
const pages: [address: RegExp, find: Find][] = [
  [/^\/admin\/people\/([^/]+)$/, (_, id) => findPerson(id)],
  [/^\/admin\/feedback\/([^/]+)$/, (_, id) => isId(id) && isShared(id)],
  [/^\/admin\/appeals\/([^/]+)$/, (_, id) => findAppeal(id)],
  [/^\/admin\/policy\/runs\/([^/]+)$/, (_, id) => isId(id) && findRun(id)],
  [/^\/admin\/policy\/versions\/([^/]+)$/, (_, text) => findVersion(parsePolicyVersion(text) ?? 0)],
  [/^\/admin\/policy\/draft\/(?!new$)([^/]+)$/, (_, id) => findRule(id)],
  [/^\/admin\/gyms\/(?!new$)([^/]+)(?:\/merge|\/trainers\/new)?$/, (_, slug) => findGym(slug)],
  [/^\/admin\/gyms\/([^/]+)\/trainers\/(?!new$)([^/]+)/, (_, gym, trainer) => findTrainer(gym, trainer)],
  [
    /^\/gyms\/([^/]+)\/report\/([^/]+)$/,
    ({ id }, gymSlug, reviewId) => findReportable({ gymSlug, reviewId, viewerId: id }),
  ],
  [/^\/diary\/(\d{4}-\d{2}-\d{2})$/, (reader, date) => findDay(reader, date)],
  [/^\/me\/reviews\/([^/]+)\/delete$/, (reader, id) => findOwnReview(reader, id)],
];

/** A day to come has a page only where it was today already, before its writer flew west. */
const findDay = ({ id: authorId, timeZone }: Reader, date: string) =>
  date <= localDate(timeZone) || findEntry({ authorId, date });

const isId = (text: string) => z.guid().safeParse(text).success;

async function findRule(id: string) {
  const { rules } = (await findDraft()) ?? (await currentPolicy());
  return rules.find((rule) => rule.id === id);
}

async function findOwnReview({ id: authorId }: Reader, id: string) {
  return (await listOwnReviews(authorId)).find(({ reviewId }) => reviewId === id);
}

/**
 * Whether a page is asked for that is about an item which is not there. The page itself decides who may see it: for a
 * visitor who is not signed in nothing is looked for.
 */
export async function isMissingItem(request: NextRequest): Promise<boolean> {
  const path = request.nextUrl.pathname;
  const page = pages.find(([address]) => address.test(path));
  if (!page) return false;
  const session = await readSession(request.headers, request.cookies);
  const reader = session && (await findReader(session));
  if (!reader) return false;
  const [address, find] = page;
  const [, id = "", other = ""] = address.exec(path) ?? [];
  return !(await find(reader, id, other));
}
