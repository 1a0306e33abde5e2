"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputStyles } from "@/components/ui/field";
import { Key } from "@/components/ui/key";
import { maxEvidence } from "@/lib/moderation/broken-rule";
import type { DecideState } from "@/lib/review/decision/schema";
import { FoldedField } from "./folded-field";
import { SentenceChoice } from "./sentence-choice";
import { itemTextId, selectedWords } from "./selected-words";

/**
 * The words that a decision rests on: what the last judge pointed at, by one key; a sentence of the text, by two; or
 * selected in the text, or typed.
 */
export function QuotedWords({ state, modelWords }: { state: DecideState; modelWords: string[] }) {
  const t = useTranslations("moderation.decide");
  const code = state.fields?.quotes;
  const error = code && t(`errors.${code}`, { words: state.notFound ?? "", max: maxEvidence });
  const [offered, setOffered] = useState("");
  const [taken, setTaken] = useState("");
  const details = useRef<HTMLDetailsElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const hint = t("quotesHint", { max: maxEvidence });

  useEffect(() => {
    const text = document.getElementById(itemTextId);
    const offer = () => setOffered((before) => (text && selectedWords(text)) || before);
    // Not when nothing is selected any more: a finger on the button undoes the selection before it is a press.
    const forget = () => setOffered("");
    document.addEventListener("selectionchange", offer);
    text?.addEventListener("pointerdown", forget);
    return () => {
      document.removeEventListener("selectionchange", offer);
      text?.removeEventListener("pointerdown", forget);
    };
  }, []);

  // What is wrong is in sight: also when it came back with the same once before and was closed since, and not below the
  // rules, one of which was just pressed.
  useEffect(() => {
    if (!state.fields?.quotes) return;
    details.current!.open = true;
    const floating = details.current!.closest("form")!.querySelector<HTMLDetailsElement>("[data-floating]");
    if (floating) floating.open = false;
  }, [state]);

  function add(quotes: string[]) {
    const words = field.current!;
    const lines = words.value.split("\n").filter(Boolean);
    words.value = [...new Set([...lines, ...quotes])].join("\n");
    details.current!.open = true;
    // The button goes: whoever came to it by keyboard is not to start from the top again.
    details.current!.querySelector("summary")!.focus({ preventScroll: true });
    setTaken(quotes.join(", "));
  }

  function takeSelected() {
    add([offered]);
    document.getSelection()?.removeAllRanges();
    setOffered("");
  }

  return (
    <>
      {offered && (
        <Button
          variant="secondary"
          data-key="c"
          aria-keyshortcuts="C"
          onClick={takeSelected}
          className="max-w-full min-w-0"
        >
          <span className="min-w-0 truncate">{t("takeQuote", { words: offered })}</span> <Key name="c" />
        </Button>
      )}
      {modelWords.length > 0 && (
        <Button
          variant="quiet"
          data-key="v"
          aria-keyshortcuts="V"
          className="noscript:hidden"
          onClick={() => add(modelWords)}
        >
          {t("modelWords")} <Key name="v" />
        </Button>
      )}
      <SentenceChoice onChoose={(sentence) => add([sentence])} />
      <FoldedField ref={details} name="c" label={t("quotes")} isOpen={code !== undefined}>
        <Field id={id} label={t("quotesLabel")} hint={hint} error={error}>
          <textarea
            ref={field}
            id={id}
            name="quotes"
            rows={2}
            autoComplete="off"
            defaultValue={state.values?.quotes}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(id, { hint, error })}
            className={`${inputStyles} field-sizing-content block max-h-60 py-2.5 leading-relaxed`}
          />
        </Field>
      </FoldedField>
      <p role="status" className="sr-only">
        {taken && t("quoteTaken", { words: taken })}
      </p>
    </>
  );
}
