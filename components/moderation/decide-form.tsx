"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useForm } from "@/components/form/use-form";
import { NotSent } from "@/components/form/not-sent";
import { NoticeBox } from "@/components/ui/notice-box";
import { decideInQueueAction } from "@/lib/review/desk/queue-actions";
import { maxNoteChars } from "@/lib/review/desk/schema";
import { useDesk } from "./desk";
import { DecisionButton } from "./decision-button";
import { FoldedField } from "./folded-field";
import { QuotedWords } from "./quoted-words";
import { RuleChoice, type ShownRule } from "./rule-choice";

/** What can be done about the item that is open. Each button sends the form: with the keyboard, the mouse, or no script. */
export function DecideForm({
  revisionId,
  seen,
  here,
  rules,
  suggested,
}: {
  revisionId: string;
  seen: string;
  here: string;
  rules: ShownRule[];
  suggested: string | null;
}) {
  const t = useTranslations("moderation.decide");
  const { setLeaving } = useDesk();
  const { state, problem, isPending, formProps } = useForm(decideInQueueAction);
  useEffect(() => {
    setLeaving(isPending ? revisionId : null);
    return () => setLeaving(null);
  }, [isPending, revisionId, setLeaving]);
  const error = state.form?.error ?? state.fields?.note ?? state.fields?.rule;
  const refusal =
    error === "CHANGED" && state.first
      ? t("errors.CHANGED_BY", { name: state.first })
      : error && t(`errors.${error}`);

  return (
    <form {...formProps} aria-label={t("label")} data-one className="grid gap-3">
      <NotSent problem={problem} />
      {!problem && refusal && <NoticeBox kind="alert">{refusal}</NoticeBox>}
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="here" value={here} />
      <div className="order-2 flex flex-wrap items-start gap-2">
        <QuotedWords state={state} />
        <FoldedField name="n" label={t("note")} isOpen={state.fields?.note !== undefined}>
          <label className="grid gap-1.5 text-sm">
            <span className="font-medium">{t("noteLabel")}</span>
            <textarea
              name="note"
              rows={3}
              maxLength={maxNoteChars}
              defaultValue={state.values?.note}
              className="w-full rounded-control border border-line-strong bg-sheet px-3.5 py-2.5 text-base focus:border-focus focus:outline-2 focus:outline-focus"
            />
            <span className="text-ink-faint">{t("noteHint")}</span>
          </label>
        </FoldedField>
      </div>
      <div className="relative flex flex-wrap items-start gap-2">
        <DecisionButton
          kind="APPROVE"
          name="a"
          label={t("approve")}
          isPending={isPending}
          variant="primary"
        />
        <RuleChoice
          rules={rules}
          suggested={suggested}
          label={t("reject")}
          isPending={isPending}
          isFloating
        />
        <DecisionButton kind="HOLD" name="e" label={t("hold")} isPending={isPending} />
        <DecisionButton kind="REJUDGE" name="m" label={t("rejudge")} isPending={isPending} />
      </div>
    </form>
  );
}
