"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { useAboveKeyboard } from "@/components/ui/keyboard";
import type { Tone } from "@/lib/diary/schema";
import type { Draft } from "./draft-keeper";
import { saveStateOf } from "./draft-state";
import { SignInAgain } from "./sign-in-again";
import type { SendProblemCode } from "./use-sending";

const chosen = {
  T: "aria-pressed:border-tone-t aria-pressed:bg-tone-t-soft aria-pressed:text-tone-t",
  F: "aria-pressed:border-tone-f aria-pressed:bg-tone-f-soft aria-pressed:text-tone-f",
};

/** What a phone's keyboard pushes out of sight, in one line above it: whether the words are safe, the tone, and Send. */
export function KeyboardBar({
  draft,
  tone,
  onToneChange,
  isPending,
  onSend,
  problem,
  textareaRef,
}: {
  draft: Draft;
  tone: Tone;
  onToneChange: (tone: Tone) => void;
  isPending: boolean;
  onSend: () => void;
  problem: SendProblemCode | null;
  textareaRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useTranslations("diary");
  const bar = useAboveKeyboard<HTMLDivElement>();
  useEffect(() => {
    const [paper, box] = [textareaRef.current, bar.current];
    if (!paper || !box) return;
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const show = () => showLastLine(paper, box);
    show();
    paper.addEventListener("input", show, on);
    // The focus stays in the text, and with it the keyboard.
    box.addEventListener("mousedown", (event) => event.preventDefault(), on);
    return () => listening.abort();
  }, [bar, textareaRef]);
  const state = saveStateOf(draft);
  const word = !draft.isKept && (state === "failed" || state === "signedOut") ? "notKept" : state;
  const isTrouble = problem !== null || state === "failed" || state === "signedOut" || state === "tooLong";

  return (
    <div
      ref={bar}
      role="group"
      aria-label={t("keyboardBar.label")}
      className="keyboard-bar fixed inset-x-0 bottom-0 z-30 border-t border-line bg-sheet py-1.5 pr-2 pl-4 print:hidden"
    >
      <div className="mx-auto flex max-w-2xl items-center gap-2">
        <p
          role={problem ? "alert" : undefined}
          className={`min-w-0 flex-1 text-sm leading-snug ${isTrouble ? "text-danger" : "text-ink-soft"}`}
        >
          {problem ? t(`send.problem.${problem}`) : t(`keyboardBar.state.${word}`)}{" "}
          {state === "signedOut" && <SignInAgain />}
        </p>
        <div role="group" aria-label={t("send.legend")} className="flex gap-1">
          {(["T", "F"] as const).map((value) => (
            <button
              key={value}
              type="button"
              aria-label={t("send.tone", { tone: value })}
              aria-pressed={tone === value}
              onClick={() => onToneChange(value)}
              className={`size-11 rounded-control border border-transparent font-serif text-xl text-ink-soft ${chosen[value]}`}
            >
              {value}
            </button>
          ))}
        </div>
        <Button pending={isPending} onClick={onSend}>
          {t("keyboardBar.send")}
        </Button>
      </div>
    </div>
  );
}

/** Whoever writes at the end of the text sees its last line above the bar. */
function showLastLine(paper: HTMLTextAreaElement, bar: HTMLElement): void {
  if (paper.selectionEnd !== paper.value.length) return;
  const hidden = paper.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy(0, hidden);
}
