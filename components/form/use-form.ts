"use client";

import { type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/lib/web/form-state";
import { useSending } from "./use-sending";

type Options<State> = {
  /** Path of a plain post, whose page shows the same form with the answer. Default: the form's own page. */
  postedTo?: string | undefined;
  call?: (data: FormData) => Promise<State>;
};

/**
 * A form whose action answers with a state. Without script it is a plain post. With script the input stays until the
 * answer, `problem` has the reason of a failure (`NotSent`), and after errors the first invalid field gets the focus.
 * @param action must be bound in a server component. Bound during the rendering of a client component it is another
 * function each time, and React on the server renders without end in search of the posted form.
 */
export function useForm<State extends object>(
  action: FormAction<State>,
  { postedTo, call }: Options<State> = {},
) {
  const [posted, post] = useActionState<State, FormData>(action, {} as Awaited<State>, postedTo);
  const [answered, setAnswered] = useState<State | null>(null);
  const state = answered ?? posted;
  const form = useRef<HTMLFormElement>(null);
  const { problem, isPending, handleSubmit, noteProgress } = useSending(
    call ?? ((data) => action(state, data)),
  );

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
    noteProgress,
    form,
    // aria-busy prevents the automatic reload of the page (components/update).
    formProps: { ref: form, action: post, onSubmit, "aria-busy": isPending || undefined },
  };
}

/** Clears passwords after an answer, as React's own reset does. A password that was not sent stays. */
function emptyPasswords(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>("input[autocomplete$='-password']"))
    field.value = "";
}
