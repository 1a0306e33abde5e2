"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { answersOlderText } from "@/lib/diary/older-text";
import type { Entry, Reply } from "@/lib/diary/schema";
import { ReplyTime } from "./reply-time";
import { ReplyWords } from "./reply-words";
import { textLang } from "@/components/ui/text-lang";

/** What the same tone had said before it was asked again, newest first. */
export function EarlierReplies({
  date,
  saved,
  replies,
}: {
  date: string;
  saved: Entry | null;
  replies: readonly Reply[];
}) {
  const t = useTranslations("diary.reply");
  // Opened once, it stays rendered; before that, nobody pays for reading it.
  const [wasOpened, setWasOpened] = useState(false);
  if (replies.length === 0) return null;

  return (
    <details
      className="group mx-2.5 mb-1 sm:mx-4.5 print:hidden"
      onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}
    >
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-control px-2.5 text-sm text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="chevronRight" className="size-4 transition-transform group-open:rotate-90" />
        {t("earlier", { count: replies.length })}
      </summary>
      {wasOpened && (
        <ol className="grid gap-5 px-2.5 pt-1 pb-4">
          {replies.toReversed().map((reply) => (
            <li
              key={reply.id}
              className="grid gap-2 border-l border-line-strong pl-4 text-[0.9375rem] leading-[1.8]"
            >
              <ReplyTime date={date} at={reply.createdAt} />
              {saved && answersOlderText(reply, saved) && (
                <p className="text-sm text-ink-soft">{t("older.title")}</p>
              )}
              {reply.text ? (
                <div lang={textLang(reply.text)} dir="auto">
                  <ReplyWords text={reply.text} end={reply.status === "DONE" ? "whole" : "cut"} />
                </div>
              ) : (
                <p className="text-ink-soft">{t(`end.${reply.status}`, { tone: reply.tone })}</p>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
