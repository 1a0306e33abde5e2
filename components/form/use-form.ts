"use client";

import { type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/lib/form-state";
import { useSending } from "./use-sending";

type Options<State> = {
  /** The page that a plain post goes to, and whose same form gets the answer; else the form's own page. */
  postedTo?: string | undefined;
  /** Calls the action in another way than once, where there is script. */
  call?: (data: FormData) => Promise<State>;
};

/**
 * A form whose action answers with a state. Without script, or before it is there, it is a plain post. With it, the form
 * stays as it is until it is answered, and `problem` says why it is not (`NotSent`). After an answer with errors the first
 * field that has one gets the focus.
 *
 * @param action must come bound from a server component: bound while a client component renders it is another one each
 * time, and React on the server, looking for the form that was posted, would render it again and again without end.
 */
export function useForm<State extends object>(
  action: FormAction<State>,
  { postedTo, call }: Options<State> = {},
) {
  // Nothing in a form's state is always there.
  const [posted, post] = useActionState<State, FormData>(action, {} as Awaited<State>, postedTo);
  const [answered, setAnswered] = useState<State | null>(null);
  const state = answered ?? posted;
  const form = useRef<HTMLFormElement>(null);
  const { problem, isPending, handleSubmit } = useSending(call ?? ((data) => action(state, data)));

  useEffect(() => {
    if ("fields" in state && state.fields)
      form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const sent = event.currentTarget;
    handleSubmit(event, (answer) => {
      setAnswered(answer);
      emptyPasswords(sent);
    });
  }

  return {
    state,
    problem,
    isPending,
    form,
    // The page does not load itself again meanwhile (components/update).
    formProps: { ref: form, action: post, onSubmit, "aria-busy": isPending || undefined },
  };
}

/** As React's own way would: a password that was sent is not left on the screen. One that was not sent is. */
function emptyPasswords(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>("input[autocomplete$='-password']"))
    field.value = "";
}
