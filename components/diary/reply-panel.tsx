"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { answersOlderText } from "@/lib/diary/older-text";
import type { Entry, Tone } from "@/lib/diary/schema";
import { EarlierReplies } from "./earlier-replies";
import { FollowButton } from "./follow-button";
import { OlderText } from "./older-text";
import { LetterHead, Signature } from "./letter";
import { letterLooks } from "./letter-looks";
import { ReplyActions } from "./reply-actions";
import { ReplyProblem } from "./reply-problem";
import { ReplyText } from "./reply-text";
import { StopButton } from "./stop-button";
import { useFollowScroll } from "./use-follow-scroll";
import { useIsSlow } from "./use-is-slow";
import { useKeptFocus } from "./use-kept-focus";
import type { useReplyStream } from "./use-reply-stream";
import { WritingState } from "./writing-state";

/** What one tone says to the day: its latest reply, as it is written or as it ended, and the earlier ones. */
export function ReplyPanel({
  tone,
  date,
  saved,
  line,
  isFollowed,
  onAsk,
  problem,
}: {
  tone: Tone;
  date: string;
  saved: Entry | null;
  line: ReturnType<typeof useReplyStream>;
  /** Of two replies being written, the page scrolls along with one. */
  isFollowed: boolean;
  onAsk: () => void;
  /** Why asking from here did not work. */
  problem: ReactNode;
}) {
  const t = useTranslations("diary.reply");
  const titleId = useId();
  const end = useRef<HTMLDivElement>(null);
  const { stream, replies, isAsking, isLost, isThinking, refusal } = line;
  const current = replies.at(-1);
  const isRunning = isAsking || (current?.endedAt === null && !refusal);
  const isSlow = useIsSlow(stream, isRunning);

  // What was there when the page came is not news. What comes now is over for the reader when all of it is on screen.
  const [oldId] = useState(current?.endedAt ? current.id : undefined);
  const [readId, setReadId] = useState(oldId);
  const isBusy = isRunning || (current?.endedAt != null && current.id !== readId);

  const { isFollowing, follow } = useFollowScroll({ end, isGrowing: isBusy && isFollowed });
  const followNew = useEffectEvent(follow);
  useEffect(() => {
    if (isAsking) followNew();
  }, [isAsking]);

  const panel = useRef<HTMLElement>(null);
  useKeptFocus(panel);

  const look = letterLooks[tone];
  const isNew = current !== undefined && current.id !== oldId;
  const state = isLost ? "lost" : isThinking ? "thinking" : isSlow ? "slow" : "writing";
  const news = isBusy ? t(state, { tone }) : isNew ? t(`end.${current.status}`, { tone }) : "";

  return (
    <article
      ref={panel}
      id={`reply-${tone}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-busy={isBusy}
      className={`min-w-0 pb-2 ${isNew || isAsking ? "animate-unfold" : ""} ${look.panel}`}
    >
      {/* It stays in sight while the text grows, and the Stop button with it. */}
      <header
        className={`flex items-center gap-3 rounded-t-sheet bg-inherit px-5 pt-5 leading-snug sm:px-7 sm:pt-6 ${isBusy ? "sticky top-0 pb-2" : ""}`}
      >
        <span aria-hidden className={`leading-none ${look.mark}`}>
          {tone}
        </span>
        <div>
          <h3 id={titleId} className={look.name}>
            {t("name", { tone })}
          </h3>
          <p className="text-sm text-ink-soft">{t("kind", { tone })}</p>
        </div>
        {isBusy && current?.endedAt === null && <StopButton tone={tone} line={line} />}
      </header>

      <div>
        <div className="grid gap-4 px-5 pt-4 pb-2 sm:px-7">
          {current && <LetterHead reply={current} hasText={current.text !== "" || isRunning} />}
          {current && (
            <ReplyText
              key={current.id}
              reply={current}
              stream={stream}
              onRead={() => setReadId(current.id)}
            />
          )}
          {!isBusy && current?.status === "DONE" && <Signature tone={tone} isNew={isNew} />}
          {!isBusy && current?.text && saved && answersOlderText(current, saved) && (
            <OlderText onAsk={onAsk} />
          )}
          {isRunning && <WritingState state={state} tone={tone} />}
          {!isBusy && <ReplyProblem tone={tone} reply={current} refusal={refusal} />}
          {problem}
        </div>
        {isBusy && <FollowButton isShown={isFollowed && !isFollowing} onFollow={follow} />}
      </div>
      {!isBusy && <ReplyActions tone={tone} line={line} onAsk={onAsk} />}
      <div ref={end} />
      <EarlierReplies date={date} saved={saved} replies={replies.slice(0, -1)} />

      <p role="status" className="sr-only">
        {news}
      </p>
    </article>
  );
}
