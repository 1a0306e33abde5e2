"use client";

import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useRef, useState, useTransition } from "react";
import { askServerBuild } from "@/components/update/server-build";
import { isSignedOutAnswer } from "@/lib/web/form-state";
import { type Problem, type ProblemKind, problemKindOf } from "./problem";

/**
 * After this time the sender is informed. The call continues: Next cannot cancel a call, and runs calls one after the
 * other.
 */
const slowMs = 20_000;

type Sent<Answer> = {
  onSent?: (() => void) | undefined;
  onAnswer?: ((answer: Answer) => void) | undefined;
};

/**
 * Calls a server action without React's form handling, which would reset the form afterwards and replace it by an
 * error page when the server is unreachable. One call at a time.
 */
export function useSending<Answer>(call: (data: FormData) => Promise<Answer>, sent: Sent<Answer> = {}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, startSending] = useTransition();
  const isSending = useRef(false);
  const awaitAnswer = useRef(() => {});

  function send(data: FormData, more: Omit<Problem, "kind">, onAnswer = sent.onAnswer) {
    // After an answer it is pending until the new page is shown.
    if (isSending.current || isPending) return;
    isSending.current = true;
    const fail = (kind: ProblemKind) => setProblem({ kind, ...more });
    let slow: ReturnType<typeof setTimeout> | undefined;
    awaitAnswer.current = () => {
      setProblem(null);
      clearTimeout(slow);
      slow = setTimeout(fail, slowMs, "SLOW");
    };
    awaitAnswer.current();
    startSending(async () => {
      try {
        const answer = await call(data);
        isSending.current = false;
        setProblem(null);
        if (isSignedOutAnswer(answer)) return fail("SIGNED_OUT");
        onAnswer?.(answer);
        sent.onSent?.();
      } catch (error) {
        const kind = problemKindOf(error, navigator.onLine);
        if (kind !== "REFUSED") rethrowNavigation(error, sent.onSent);
        isSending.current = false;
        fail(kind);
        void askServerBuild();
      } finally {
        clearTimeout(slow);
      }
    });
  }

  function handleSubmit(event: SubmitEvent<HTMLFormElement>, onAnswer = sent.onAnswer) {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent;
    const retry = () => form.requestSubmit(submitter?.isConnected ? submitter : null);
    send(new FormData(form, submitter), { hasFields: hasFields(form), retry }, onAnswer);
  }

  /** For a call in parts, after each of them: the next one may take as long again. */
  const noteProgress = () => awaitAnswer.current();

  return { problem, isPending, send, handleSubmit, noteProgress };
}

/** A redirect in an action is an error of Next's. Nothing is sent from here afterwards. */
function rethrowNavigation(error: unknown, onSent: (() => void) | undefined): void {
  try {
    unstable_rethrow(error);
  } catch (navigation) {
    onSent?.();
    throw navigation;
  }
}

function hasFields(form: HTMLFormElement): boolean {
  return form.querySelector("textarea, select, input:not([type=hidden], [hidden])") !== null;
}
