"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect } from "react";
import { NotSent } from "@/components/form/not-sent";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Key } from "@/components/ui/key";
import { undoInQueueAction } from "@/lib/review/desk/queue-actions";
import { parseQueueHref } from "@/lib/review/desk/queue-query";
import { useDesk } from "./desk-context";

/** Takes back one act, or all that was done together. `isLast`: the one that `z` is for. */
export function UndoForm({
  of,
  here,
  what,
  isLast = false,
}: {
  of: { actId: string } | { batchId: string };
  /** What it leads to: the address of what it brings back. */
  here: string;
  /** What is undone, for those who do not see it beside the button. */
  what: string;
  isLast?: boolean;
}) {
  const t = useTranslations("moderation.undo");
  const { decisions, follow, release } = useDesk();
  const { state, problem, isPending, formProps } = useForm(undoInQueueAction);
  const [[name, value]] = Object.entries(of) as [[string, string]];
  const refusal = state.error
    ? t(`errors.${state.error}`)
    : state.done && state.done.kept > 0 && t("kept", state.done);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    follow(parseQueueHref(here).item || null);
    if (decisions.isIdle) return formProps.onSubmit(event);
    // The decision may not have arrived yet.
    event.preventDefault();
    void decisions.idle().then(() => form.isConnected && form.requestSubmit());
  }
  const isRefused = !isPending && Boolean(problem ?? refusal);
  useEffect(() => {
    if (isRefused) release();
  }, [isRefused, release]);

  return (
    <form {...formProps} onSubmit={handleSubmit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name={name} value={value} />
      <input type="hidden" name="here" value={here} />
      <Button
        type="submit"
        variant="quiet"
        pending={isPending}
        data-key={isLast ? "z" : undefined}
        aria-keyshortcuts={isLast ? "Z" : undefined}
        className="underline underline-offset-4"
      >
        <span>
          {t("undo")}
          <span className="sr-only"> ({what})</span>
        </span>
        {isLast && <Key name="z" />}
      </Button>
      <NotSent problem={problem} />
      {!problem && refusal && (
        <p role="alert" className="text-sm text-danger">
          {refusal}
        </p>
      )}
    </form>
  );
}
