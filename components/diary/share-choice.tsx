"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Reply } from "@/lib/diary/schema";
import type { ReplyStream } from "./reply-stream";

/** Whether the team may read a reply that did not help, and the page it answers. Off until the member turns it on. */
export function ShareChoice({ reply: { id, isShared }, stream }: { reply: Reply; stream: ReplyStream }) {
  const t = useTranslations("sharing.choice");
  const showToast = useToast();
  const hintId = useId();
  const [isSaving, setIsSaving] = useState(false);

  async function choose(isWanted: boolean) {
    if (isSaving) return;
    setIsSaving(true);
    const isSaved = await stream.share(id, isWanted);
    setIsSaving(false);
    showToast(t(isSaved ? (isWanted ? "shared" : "takenBack") : "failed"));
  }

  return (
    <div className="mx-5 mb-2 grid gap-0.5 rounded-control bg-sheet px-3.5 py-2.5 sm:mx-6">
      <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-[0.9375rem] font-medium">
        <input
          type="checkbox"
          checked={isShared}
          aria-describedby={hintId}
          aria-busy={isSaving}
          onChange={({ currentTarget }) => choose(currentTarget.checked)}
          className="size-5 shrink-0"
        />
        {t("label")}
      </label>
      <p id={hintId} className="text-[0.8125rem] leading-relaxed text-ink-soft">
        {t(isShared ? "hintShared" : "hint")}
      </p>
    </div>
  );
}
