"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { NotSent } from "@/components/form/not-sent";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { inputStyles } from "@/components/ui/field";
import { Key } from "@/components/ui/key";
import { useToast } from "@/components/ui/toast";
import { isSignedOutAnswer } from "@/lib/web/form-state";
import { decideManyInQueueAction } from "@/lib/review/desk/queue-actions";
import { type DecideManyState, type ItemOutcome, maxNoteChars } from "@/lib/review/decision/schema";
import { CannedNotes } from "./canned-notes";
import { DecisionButton } from "./decision-button";
import { useDesk } from "./desk-context";
import { FoldedField } from "./folded-field";
import { RuleChoice, type ShownRule } from "./rule-choice";

/** So many in one go: the bar moves on after each. */
const atOnce = 5;
const nothing: DecideManyState = {};

/**
 * What can be done with all that is selected in the list; there while something is. Without script everything goes in one
 * post, with it a few at a time. It is one batch either way, which is undone as one.
 */
export function SelectionBar({
  rules,
  here,
  rowIds,
}: {
  rules: ShownRule[];
  here: string;
  /** What the list shows: the rest of the selection is not seen here. */
  rowIds: string[];
}) {
  const t = useTranslations("moderation");
  const router = useRouter();
  const showToast = useToast();
  const { selected, deselect, follow } = useDesk();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const { problem, isPending, noteProgress, formProps } = useForm(decideManyInQueueAction, {
    call: decideInParts,
  });

  const unseen = [...selected].filter(([revisionId]) => !rowIds.includes(revisionId));

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    // Before it is sent, which is a transition: what is set in one is shown when it ends.
    if (!isPending) setProgress({ done: 0, total: new FormData(event.currentTarget).getAll("item").length });
    formProps.onSubmit(event);
  }

  /** What is done is no longer selected, so that another try goes on with the rest. */
  async function decideInParts(form: FormData): Promise<DecideManyState> {
    const items = form.getAll("item");
    form.set("batchId", crypto.randomUUID());
    const outcomes: ItemOutcome[] = [];
    try {
      for (let at = 0; at < items.length; at += atOnce) {
        form.delete("item");
        for (const item of items.slice(at, at + atOnce)) form.append("item", item);
        const answer = await decideManyInQueueAction(nothing, form);
        if (isSignedOutAnswer(answer)) return answer;
        if (!answer.items) throw new Error("refused");
        outcomes.push(...answer.items);
        setProgress({ done: outcomes.length, total: items.length });
        noteProgress();
      }
      return nothing;
    } finally {
      setProgress(null);
      if (outcomes.length > 0) showOutcomes(outcomes);
    }
  }

  function showOutcomes(outcomes: ItemOutcome[]) {
    const done = outcomes.filter(({ ok }) => ok).length;
    const appealed = outcomes.filter((one) => !one.ok && one.error === "APPEALED").length;
    const kept = outcomes.length - done - appealed;
    showToast(
      t("bulk.done", { count: done }) +
        // A compiled text that comes to nothing is drawn as its key.
        (appealed > 0 ? t("bulk.appealed", { count: appealed }) : "") +
        (kept > 0 ? t("bulk.kept", { count: kept }) : ""),
    );
    deselect(outcomes.map(({ revisionId }) => revisionId));
    // The open item may be among them.
    follow(null);
    router.replace(here);
    router.refresh();
  }

  return (
    <form
      {...formProps}
      id="selection"
      onSubmit={handleSubmit}
      aria-label={t("bulk.label")}
      data-keys-first
      data-open={selected.size > 0 || undefined}
      className="fixed inset-x-3 bottom-[calc(0.75rem+var(--thumb))] z-30 mx-auto hidden max-h-[calc(100dvh-1.5rem)] max-w-2xl gap-2 overflow-y-auto rounded-sheet border border-line-strong bg-sheet p-3 shadow-float group-has-[[name=item]:checked]/queue:grid data-open:grid"
    >
      <input type="hidden" name="here" value={here} />
      {unseen.map(([revisionId, seen]) => (
        <input key={revisionId} type="hidden" name="item" value={`${revisionId} ${seen}`} />
      ))}
      <div className="flex items-center justify-between gap-2 pl-1">
        <p role="status" className="text-sm font-medium">
          {selected.size > 0 ? t("bulk.count", { count: selected.size }) : t("bulk.label")}
        </p>
        {selected.size > 0 && (
          <Button variant="quiet" onClick={() => deselect(selected.keys())}>
            {t("bulk.clear")}
          </Button>
        )}
      </div>
      <NotSent problem={problem} />
      {unseen.length > 0 && (
        <p className="px-1 text-sm text-ink-soft">{t("bulk.unseen", { count: unseen.length })}</p>
      )}
      {progress && (
        <div className="flex items-center gap-3 px-1 text-sm tabular-nums">
          <progress
            max={progress.total}
            value={progress.done}
            aria-label={t("bulk.progressLabel")}
            className="h-2 flex-1 accent-sea"
          />
          {t("bulk.progress", progress)}
        </div>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <DecisionButton
          kind="APPROVE"
          name="a"
          label={t("decide.approve")}
          isPending={isPending}
          variant="primary"
        />
        <RuleChoice rules={rules} suggested={null} label={t("decide.reject")} isPending={isPending} />
        <DecisionButton kind="HOLD" name="e" label={t("decide.hold")} isPending={isPending} />
        <DecisionButton kind="REJUDGE" name="m" label={t("decide.rejudge")} isPending={isPending} />
        <FoldedField name="n" label={t("decide.note")} isOpen={false}>
          <label className="grid gap-1.5 text-sm">
            <span className="font-medium">{t("bulk.note")}</span>
            <textarea name="note" rows={2} maxLength={maxNoteChars} className={`${inputStyles} py-2.5`} />
            <span className="text-ink-faint">{t("decide.noteHint")}</span>
          </label>
        </FoldedField>
        <CannedNotes />
      </div>
      <label className="flex min-h-11 items-center gap-2.5 px-1 text-sm">
        <input
          type="checkbox"
          name="takesModelWords"
          data-key="v"
          aria-keyshortcuts="V"
          className="size-4.5"
        />
        <span>
          {t("bulk.modelWords")} <Key name="v" />
        </span>
      </label>
    </form>
  );
}
