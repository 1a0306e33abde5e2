"use client";

import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useRef, useState, useTransition } from "react";
import { askServerBuild } from "@/components/update/server-build";
import { isSignedOutAnswer } from "@/lib/form-state";
import { type Problem, type ProblemKind, problemKindOf } from "./problem";

/**
 * After this long without an answer the sender is told. The call goes on: Next gives no way to end one, and calls the next
 * only after it.
 */
const slowMs = 20_000;

type Sent<Answer> = {
  /** It was answered, by a value or by another page. */
  onSent?: (() => void) | undefined;
  onAnswer?: ((answer: Answer) => void) | undefined;
};

/**
 * Calls a server action by hand, for `useForm` and `ActionForm`. React's own way would reset the form afterwards, and put an
 * error page in its place when the server cannot be reached. One call at a time.
 */
export function useSending<Answer>(call: (data: FormData) => Promise<Answer>, sent: Sent<Answer> = {}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, startSending] = useTransition();
  const isSending = useRef(false);

  function send(data: FormData, more: Omit<Problem, "kind">, onAnswer = sent.onAnswer) {
    // Answered, it is pending until the page that came with the answer is shown.
    if (isSending.current || isPending) return;
    isSending.current = true;
    const fail = (kind: ProblemKind) => setProblem({ kind, ...more });
    setProblem(null);
    const slow = setTimeout(fail, slowMs, "SLOW");
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

  return { problem, isPending, send, handleSubmit };
}

/** An action that goes on to another page ends in an error of Next's own. Nothing more is sent from here then. */
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
