"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, type SubmitEvent } from "react";
import { useForm } from "@/components/form/use-form";
import { NoticeBox } from "@/components/ui/notice-box";
import { decideInQueueAction } from "@/lib/review/desk/queue-actions";
import { type DecisionKind, maxNoteChars } from "@/lib/review/decision/schema";
import { CannedNotes } from "./canned-notes";
import { useDecisions, useDesk } from "./desk-context";
import { DecisionButton } from "./decision-button";
import { FoldedField } from "./folded-field";
import { QuotedWords } from "./quoted-words";
import { refusalWords } from "./refusal-words";
import { RuleChoice, type ShownRule } from "./rule-choice";

/** The decisions about the open item. The desk shows the next item at once; without script it is a plain post. */
export function DecideForm({
  revisionId,
  seen,
  here,
  text,
  rules,
  suggested,
  modelWords,
}: {
  revisionId: string;
  seen: string;
  here: string;
  /** The beginning of the text. */
  text: string;
  rules: ShownRule[];
  suggested: string | null;
  /** Evidence of the last verdict. */
  modelWords: string[];
}) {
  const t = useTranslations("moderation");
  const { decide, refusals, isWaiting } = useDesk();
  const { problem } = useDecisions();
  const { state: posted, form, formProps } = useForm(decideInQueueAction);
  const refusal = refusals.get(revisionId);
  const state = refusal ?? posted;
  const isPosted = !refusal && Boolean(posted.form ?? posted.fields);
  // After another answer React renders the form again, and its elements have lost the typed text.
  const [round, setRound] = useState<{ refusal: typeof refusal; count: number }>({ refusal, count: 0 });
  if (round.refusal !== refusal) setRound({ refusal, count: round.count + 1 });
  // A returned item is inert until its page has arrived.
  useEffect(() => {
    if (refusal?.fields && !isWaiting) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [form, refusal, isWaiting]);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const read = (name: string) => String(sent.get(name) ?? "");
    const kind = read("rule") ? "REJECT" : (read("kind") as DecisionKind);
    const fields = { revisionId, kind, seen, rule: read("rule"), note: read("note"), quotes: read("quotes") };
    decide({ revisionId, kind, text, fields });
  }

  return (
    <form
      {...formProps}
      onSubmit={handleSubmit}
      aria-label={t("decide.label")}
      data-one
      className="grid gap-3"
    >
      {isPosted && <NoticeBox kind="alert">{refusalWords(t, posted)}</NoticeBox>}
      {problem === "SIGNED_OUT" && <NoticeBox>{t("sending.decideLater")}</NoticeBox>}
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="here" value={here} />
      <div key={round.count} className="order-2 flex flex-wrap items-start gap-2">
        <QuotedWords state={state} modelWords={modelWords} />
        <FoldedField
          name="n"
          label={t("decide.note")}
          isOpen={state.fields?.note !== undefined || Boolean(state.values?.note)}
        >
          <label className="grid gap-1.5 text-sm">
            <span className="font-medium">{t("decide.noteLabel")}</span>
            <textarea
              name="note"
              rows={3}
              maxLength={maxNoteChars}
              defaultValue={state.values?.note}
              className="w-full rounded-control border border-line-strong bg-sheet px-3.5 py-2.5 text-base focus:border-focus focus:outline-2 focus:outline-focus"
            />
            <span className="text-ink-faint">{t("decide.noteHint")}</span>
          </label>
        </FoldedField>
        <CannedNotes />
      </div>
      <div className="relative flex flex-wrap items-start gap-2">
        <DecisionButton kind="APPROVE" name="a" label={t("decide.approve")} variant="primary" />
        <RuleChoice rules={rules} suggested={suggested} label={t("decide.reject")} isFloating />
        <DecisionButton kind="HOLD" name="e" label={t("decide.hold")} />
        <DecisionButton kind="REJUDGE" name="m" label={t("decide.rejudge")} />
      </div>
    </form>
  );
}
