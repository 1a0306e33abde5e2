"use client";

import type { RefObject } from "react";
import { useIsKeyboardUp } from "@/components/ui/keyboard";
import type { Tone } from "@/lib/diary/schema";
import type { Draft } from "./draft-keeper";
import { KeyboardBar } from "./keyboard-bar";
import { SendBar } from "./send-bar";
import { SendProblem } from "./send-problem";
import type { SendProblemCode, useSending } from "./use-sending";

/** From where a page is sent: below it or, with a phone's keyboard up, just above that. */
export function SendArea({
  draft,
  tone,
  onToneChange,
  sending,
  isWriting,
  isAnswered,
  onSend,
  textareaRef,
}: {
  draft: Draft;
  tone: Tone;
  onToneChange: (tone: Tone) => void;
  sending: ReturnType<typeof useSending>;
  isWriting: boolean;
  isAnswered: boolean;
  onSend: () => Promise<SendProblemCode | null>;
  textareaRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const isKeyboardUp = useIsKeyboardUp();
  const problem = sending.problemAt("page");
  const choice = { tone, onToneChange };

  async function sendFromKeyboard() {
    // The reply needs the room that the keyboard takes.
    if (!(await onSend())) textareaRef.current?.blur();
  }
  return (
    <>
      <SendBar
        {...choice}
        isPending={sending.isSending || isWriting}
        isWriting={isWriting}
        isAnswered={isAnswered}
        isHidden={isKeyboardUp}
        onSend={() => void onSend()}
        problem={<SendProblem code={isKeyboardUp ? null : problem} />}
      />
      {isKeyboardUp && (
        <KeyboardBar
          {...choice}
          draft={draft}
          isPending={sending.isSending || isWriting}
          onSend={() => void sendFromKeyboard()}
          problem={problem}
          textareaRef={textareaRef}
        />
      )}
    </>
  );
}
