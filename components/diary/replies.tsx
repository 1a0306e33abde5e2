"use client";

import { useTranslations } from "next-intl";
import { PageFonts } from "@/components/shell/page-fonts";
import type { Entry, Tone } from "@/lib/diary/schema";
import { OtherTone } from "./other-tone";
import { ReplyPanel } from "./reply-panel";
import { SendProblem } from "./send-problem";
import { isShown, type useReplyStream } from "./use-reply-stream";
import type { useSending } from "./use-sending";

const tones = ["T", "F"] as const;

/** What Sora says to the day: one tone over the whole width, both side by side, or one below the other on a phone. */
export function Replies({
  date,
  saved,
  lines,
  sending,
  onAsk,
}: {
  date: string;
  /** The page as it is kept now. */
  saved: Entry | null;
  lines: Record<Tone, ReturnType<typeof useReplyStream>>;
  sending: ReturnType<typeof useSending>;
  onAsk: (tone: Tone) => void;
}) {
  const t = useTranslations("diary.reply");
  const isThere = (tone: Tone) => isShown(lines[tone]);
  const followed = sending.lastTone ?? tones.find((tone) => lines[tone].replies.at(-1)?.endedAt === null);

  return (
    <section
      aria-label={t("title")}
      className={`mt-9 grid items-start gap-5 lg:gap-6 print:mt-4 print:gap-3 ${tones.every(isThere) ? "sm:grid-cols-2" : ""}`}
    >
      <PageFonts />
      <h2 className="sr-only">{t("title")}</h2>
      {tones.map((tone) =>
        isThere(tone) ? (
          <ReplyPanel
            key={tone}
            tone={tone}
            date={date}
            saved={saved}
            line={lines[tone]}
            isFollowed={followed === tone}
            onAsk={() => onAsk(tone)}
            problem={<SendProblem code={sending.problemAt(tone)} />}
          />
        ) : (
          <OtherTone key={tone} tone={tone} isSending={sending.isSending} onAsk={() => onAsk(tone)} />
        ),
      )}
    </section>
  );
}
