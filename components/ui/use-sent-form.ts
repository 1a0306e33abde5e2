import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useActionState, useRef, useState, useTransition } from "react";
import { askServerBuild } from "@/components/update/server-build";
import type { FormAction } from "@/lib/form-state";

/**
 * Sends a form to its action. Without script, or before it is there, as a plain post. With it, by hand: React's own way
 * would reset the form afterwards, and put an error page in its place when the server cannot be reached.
 *
 * @param action must come bound from a server component: bound while a client component renders it is another one each
 * time, and React on the server, looking for the form that was posted, would render it again and again without end.
 * @param postedTo the page that a plain post goes to, and whose same form gets the answer; else the form's own page.
 */
export function useSentForm<State extends object>(action: FormAction<State>, postedTo?: string) {
  // Nothing in a form's state is always there.
  const [posted, post] = useActionState<State, FormData>(action, {} as Awaited<State>, postedTo);
  const [answered, setAnswered] = useState<State | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startSending] = useTransition();
  const isSending = useRef(false);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const form = event.currentTarget;
    const sent = new FormData(form, event.nativeEvent.submitter);
    setHasFailed(false);
    startSending(async () => {
      try {
        const answer = await action(answered ?? posted, sent);
        isSending.current = false;
        setAnswered(answer);
        emptyPasswords(form);
      } catch (error) {
        // Success: it goes on to another page.
        unstable_rethrow(error);
        isSending.current = false;
        setAnswered(null);
        setHasFailed(true);
        void askServerBuild();
      }
    });
  }

  return {
    state: answered ?? posted,
    hasFailed,
    isPending,
    formProps: { action: post, onSubmit: handleSubmit },
  };
}

/** As React's own way would: a password that was sent is not left on the screen. One that was not sent is. */
function emptyPasswords(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>("input[autocomplete$='-password']"))
    field.value = "";
}
