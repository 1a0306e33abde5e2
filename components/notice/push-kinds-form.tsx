"use client";

import { useTranslations } from "next-intl";
import { useActionState, startTransition, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { savePushKindsAction } from "@/lib/notice/actions";
import type { NoticeKind } from "@/lib/notice/schema";

export function PushKindsForm({ kinds, wanted }: { kinds: NoticeKind[]; wanted: NoticeKind[] }) {
  const t = useTranslations("notice.push");
  const [state, action, isPending] = useActionState(savePushKindsAction, {});

  // Not React's own submit: that one resets the form afterwards, to what was chosen before.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    startTransition(() => action(sent));
  }

  return (
    <form action={action} onSubmit={submit} className="grid gap-4">
      <fieldset>
        <legend className="text-sm font-medium">{t("kindsLegend")}</legend>
        <p className="mt-1 text-sm text-ink-faint">{t("kindsHint")}</p>
        <div className="mt-2 grid">
          {kinds.map((kind) => (
            <label key={kind} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="kind"
                value={kind}
                defaultChecked={wanted.includes(kind)}
                className="size-5 shrink-0 accent-sea"
              />
              {t(`kinds.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary" pending={isPending}>
          {t("save")}
        </Button>
        <div role="status">{state.isDone && !isPending && t("saved")}</div>
      </div>
    </form>
  );
}
