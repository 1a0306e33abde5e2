import "server-only";

import { createHash } from "node:crypto";

import en from "../../messages/en.json";
import ko from "../../messages/ko.json";
import type { Locale } from "../i18n/locale.ts";
import { noticePage } from "./notice-link.ts";
import type { NoticeContent, NoticeKind } from "./schema.ts";

type PushText = { title: string; body: string };

/**
 * Shown on locked screens, so it reports that something happened, without subject or quotes. Contains both languages:
 * without a chosen one, the device's language applies.
 */
export type PushMessage = {
  texts: Record<Locale, PushText>;
  locale: Locale | null;
  url: string;
  /** A later message with the same tag replaces an unread one. */
  tag: string;
};

function textsOf(kind: NoticeKind | "TEST"): PushMessage["texts"] {
  return {
    ko: { title: ko.shell.name, body: ko.notice.push.texts[kind] },
    en: { title: en.shell.name, body: en.notice.push.texts[kind] },
  };
}

export function pushMessageOf(input: {
  memberId: string;
  locale: Locale | null;
  notice: NoticeContent;
}): PushMessage {
  const { memberId, locale, notice } = input;
  const subject = subjectOf(notice);
  // Hashed, because the push service reads it.
  const tag = createHash("sha256").update(`${memberId} ${subject}`).digest("base64url").slice(0, 32);
  return { texts: textsOf(notice.kind), locale, url: noticePage(notice), tag };
}

function subjectOf({ kind, data }: NoticeContent): string {
  if ("reviewId" in data) return data.reviewId;
  return "date" in data ? data.date : kind;
}

export function testMessage(locale: Locale | null): PushMessage {
  return { texts: textsOf("TEST"), locale, url: "/settings", tag: "test" };
}
