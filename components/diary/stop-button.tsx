"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import type { Tone } from "@/lib/diary/schema";
import type { useReplyStream } from "./use-reply-stream";

/** Stops a reply that is being written. It stands above the text: below it, it would run away from the finger. */
export function StopButton({
  tone,
  line: { stream, isStopping },
}: {
  tone: Tone;
  line: ReturnType<typeof useReplyStream>;
}) {
  const t = useTranslations("diary.reply");
  const showToast = useToast();

  async function stop() {
    if (!(await stream.stop())) showToast(t("stopFailed"));
  }
  return (
    <Button variant="quiet" pending={isStopping} onClick={stop} className="-mr-3 ml-auto hover:bg-sheet">
      <Icon name="stop" />
      {t("stop", { tone })}
    </Button>
  );
}
