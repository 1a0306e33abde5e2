"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DraftKeeper, Draft } from "./draft-keeper";
import { isTooLong } from "./draft-state";
import { textLang } from "@/components/ui/text-lang";
import { useGrowingHeight } from "@/components/ui/use-growing-height";
import { takePaper } from "./early-paper";
import { useFirstFocus } from "./use-first-focus";

/**
 * The paper. The browser owns its text: React never writes into it, so nothing can come between an input method and
 * the syllable that it is composing. Only a text that was not typed here (brought back, chosen) is put in by hand.
 * It can be written in before this script has loaded: the text comes in `data-text` (early-paper.ts), because React sets
 * the value of a textarea with a `defaultValue` when it hydrates.
 */
export function EntryEditor({
  keeper,
  draft,
  label,
  earlySave,
  isReady,
  isToday,
  textareaRef,
  onSend,
}: {
  keeper: DraftKeeper;
  draft: Draft;
  label: string;
  earlySave: string;
  isReady: boolean;
  isToday: boolean;
  textareaRef: RefObject<HTMLTextAreaElement | null>;
  onSend: () => void;
}) {
  const t = useTranslations("diary.editor");
  const [firstText] = useState(draft.text);
  const shownRevision = useRef(draft.revision);
  const isComposing = useRef(false);
  useLayoutEffect(() => {
    if (textareaRef.current) takePaper(textareaRef.current);
  }, [textareaRef]);
  useGrowingHeight(textareaRef, draft.revision);
  useFirstFocus(textareaRef, isToday);

  useEffect(() => {
    const paper = textareaRef.current;
    if (!paper || shownRevision.current === draft.revision) return;
    shownRevision.current = draft.revision;
    if (!isComposing.current) paper.value = keeper.getSnapshot().text;
  }, [draft.revision, keeper, textareaRef]);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    // This Enter belongs to the input method: it ends a syllable. (229: Safari says so after the fact.)
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    onSend();
  }

  return (
    <textarea
      ref={textareaRef}
      data-keeps-words
      data-text={firstText}
      data-save={earlySave}
      readOnly={!isReady}
      aria-label={label}
      aria-describedby="entry-length"
      aria-invalid={isTooLong(draft.text) || undefined}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      placeholder={t("placeholder")}
      lang={draft.text ? textLang(draft.text) : undefined}
      dir="auto"
      autoComplete="off"
      rows={7}
      className="ruled field-sizing-content block min-h-[7lh] w-full resize-none overflow-hidden bg-origin-content pb-px font-page text-page text-ink outline-none placeholder:text-ink-faint sm:min-h-[10lh] print:min-h-0"
      onChange={(event) => keeper.type(event.currentTarget.value)}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        keeper.type(event.currentTarget.value);
      }}
      onBlur={() => {
        // Refused until they sign in again.
        if (draft.status !== "signedOut") void keeper.flush();
      }}
      onKeyDown={handleKeyDown}
    />
  );
}
