"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import type { Feedback, Tone } from "@/lib/diary/schema";
import { ShareChoice } from "./share-choice";
import type { useReplyStream } from "./use-reply-stream";

const thumbs = [
  { feedback: "UP", icon: "thumbUp" },
  { feedback: "DOWN", icon: "thumbDown" },
] as const;

/** What can be done with a reply that has ended: say what it was worth, or ask again. */
export function ReplyActions({
  tone,
  line: { stream, replies },
  onAsk,
}: {
  tone: Tone;
  line: ReturnType<typeof useReplyStream>;
  onAsk: () => void;
}) {
  const t = useTranslations("diary.reply");
  const showToast = useToast();
  const reply = replies.at(-1);

  async function rate(replyId: string, feedback: Feedback) {
    if (!(await stream.rate(replyId, feedback))) showToast(t("rateFailed"));
  }

  const isRunning = reply?.endedAt === null;
  const canRate = reply && !isRunning && reply.text !== "" && reply.status !== "FAILED";
  return (
    <>
      <div className="flex flex-wrap items-center justify-between px-2.5 sm:px-4.5 print:hidden">
        {canRate ? (
          <div role="group" aria-label={t("rate", { tone })} className="flex">
            {thumbs.map(({ feedback, icon }) => {
              const isGiven = reply.feedback === feedback;
              return (
                <Button
                  key={feedback}
                  variant="quiet"
                  size="icon"
                  aria-label={t(`feedback.${feedback}`)}
                  aria-pressed={isGiven}
                  onClick={() => rate(reply.id, isGiven ? null : feedback)}
                  className={`hover:bg-sheet ${isGiven ? "bg-sheet text-ink [&_path]:fill-current/20" : ""}`}
                >
                  <Icon name={icon} />
                </Button>
              );
            })}
          </div>
        ) : (
          <span />
        )}
        {!isRunning && (
          <Button variant="quiet" onClick={onAsk} className="hover:bg-sheet">
            <Icon name="refresh" className="size-4.5" />
            {t(reply?.status === "FAILED" || !reply ? "tryAgain" : "askAgain", { tone })}
          </Button>
        )}
      </div>
      {canRate && reply.feedback === "DOWN" && <ShareChoice key={reply.id} reply={reply} stream={stream} />}
    </>
  );
}
