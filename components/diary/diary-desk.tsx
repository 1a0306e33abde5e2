"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Paper } from "@/components/ui/paper";
import { useToast } from "@/components/ui/toast";
import { Island } from "@/components/update/island";
import type { Entry, Reply, Tone } from "@/lib/diary/schema";
import { ConflictChoice } from "./conflict-choice";
import { DeletePage } from "./delete-page";
import { DeletedPage } from "./deleted-page";
import { earlySave } from "./early-paper";
import { EntryEditor } from "./entry-editor";
import { HelpCard } from "./help-card";
import { KeptDrafts } from "./kept-drafts";
import { LateReplies, prepareReplies } from "./late-replies";
import { LengthCounter } from "./length-counter";
import { NewDay } from "./new-day";
import { OtherZone } from "./other-zone";
import { ReadPage, WriteOn } from "./read-page";
import { SaveBar } from "./save-bar";
import { SendArea } from "./send-area";
import { toneCookie } from "@/lib/diary/tone-choice";
import { keepPreference } from "@/lib/preference-cookie";
import { useDayRefresh } from "./use-day-refresh";
import { useDeletion } from "./use-deletion";
import { useDraft } from "./use-draft";
import { useReading } from "./use-reading";
import { isShown, useReplyStream } from "./use-reply-stream";
import { type SentFrom, useSending } from "./use-sending";

/** One day: its page, the question, and what Sora says to it. */
export function DiaryDesk(props: {
  memberId: string;
  date: string;
  dateName: string;
  today: string;
  entry: Entry | null;
  replies: Reply[];
  tone: Tone;
  /** Tells a page fresh from the server from one that the router remembers. */
  renderId: string;
}) {
  const { memberId, date, dateName, today, entry, replies } = props;
  const day = { memberId, date };
  const t = useTranslations("diary");
  const router = useRouter();
  const showToast = useToast();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [tone, setTone] = useState(props.tone);
  const focusPaper = () => focusSoon(() => textarea.current ?? document.getElementById("write-on"));

  const { keeper, draft } = useDraft({ day, entry });
  const { isReading, writeOn } = useReading({ draft, replies, textarea });
  const lines = {
    T: useReplyStream({ day, tone: "T", replies }),
    F: useReplyStream({ day, tone: "F", replies }),
  };
  const streams = [lines.T.stream, lines.F.stream];
  const sending = useSending({ keeper, streams: { T: lines.T.stream, F: lines.F.stream } });
  const deletion = useDeletion({
    day,
    keeper,
    onDeleted() {
      keeper.clear();
      for (const stream of streams) stream.clear();
      if (date !== today) router.refresh(); // the list beside it
      focusPaper();
    },
    onFailed: () => showToast(t("delete.failed")),
  });
  const isDeleted = deletion.phase !== "none";
  const isReady = useDayRefresh({
    day,
    renderId: props.renderId,
    keeper,
    textarea,
    streams,
    isPaused: isDeleted,
  });

  // Not only when it is needed: the page may be offline by then, or the server may have another build.
  useEffect(() => void prepareReplies(), []);

  async function send(to: Tone, from: SentFrom) {
    const problem = await sending.send(to, from);
    if (problem === "blank" || problem === "tooLong") textarea.current?.focus();
    // What was pressed makes way for the reply.
    else if (from !== "page" && !problem) focusSoon(() => document.getElementById(`reply-${to}`));
    return problem;
  }
  function chooseTone(next: Tone) {
    setTone(next);
    keepPreference(toneCookie, next);
  }
  function undoDeletion() {
    deletion.undo();
    focusPaper();
  }

  const { replies: toneReplies, isAsking, refusal } = lines[tone];
  const label = t("editor.label", { date: dateName });
  return (
    <div className="grid min-w-0 content-start">
      <div className="grid gap-2 has-[svg]:mb-6 print:hidden">
        <Island fallback={null}>
          <NewDay today={today} />
          <OtherZone />
          <KeptDrafts memberId={memberId} date={date} />
        </Island>
      </div>

      <Paper className="px-5 pt-6 pb-3 sm:px-9 sm:pt-9 sm:pb-4 scriptless:hidden print:border-0 print:p-0 print:shadow-none">
        {isDeleted ? (
          <DeletedPage isUndoable={deletion.phase === "undoable"} onUndo={undoDeletion} />
        ) : (
          <>
            {isReading ? (
              <ReadPage text={draft.text} label={label} />
            ) : (
              <EntryEditor
                keeper={keeper}
                draft={draft}
                label={label}
                earlySave={earlySave(day, entry)}
                isReady={isReady}
                isToday={date === today}
                textareaRef={textarea}
                onSend={() => void send(tone, "page")}
              />
            )}
            <ConflictChoice keeper={keeper} draft={draft} onChosen={focusPaper} />
            <SaveBar keeper={keeper} draft={draft} date={date} onHelped={focusPaper}>
              {!isReading && <LengthCounter id="entry-length" text={draft.text} />}
              {draft.saved && (
                <DeletePage
                  replyCount={lines.T.replies.length + lines.F.replies.length}
                  onDelete={() => void deletion.begin()}
                />
              )}
              {isReading && <WriteOn onWriteOn={writeOn} />}
            </SaveBar>
          </>
        )}
      </Paper>

      {!isDeleted && (
        <>
          <Island fallback={null}>
            <HelpCard text={draft.text} />
          </Island>
          {!isReading && (
            <div className="contents scriptless:hidden">
              <SendArea
                draft={draft}
                tone={tone}
                onToneChange={chooseTone}
                sending={sending}
                isWriting={isAsking || (toneReplies.at(-1)?.endedAt === null && !refusal)}
                isAnswered={lines.T.replies.length + lines.F.replies.length > 0}
                onSend={() => send(tone, "page")}
                textareaRef={textarea}
              />
            </div>
          )}
          <Island>
            {(isShown(lines.T) || isShown(lines.F)) && (
              <LateReplies
                date={date}
                saved={draft.saved}
                lines={lines}
                sending={sending}
                onAsk={(to) => void send(to, to)}
              />
            )}
          </Island>
        </>
      )}
    </div>
  );
}

/** Once what is to have the focus has been rendered. */
function focusSoon(find: () => HTMLElement | null) {
  requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
}
