"use client";

import { type ComponentProps, type SubmitEvent, useEffect, useEffectEvent } from "react";
import { useToast } from "@/components/ui/toast";
import { NotSent, useNotSentWords } from "./not-sent";
import type { Problem } from "./problem";
import { useSending } from "./use-sending";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: (data: FormData) => Promise<unknown>;
  /** Before it is sent; `preventDefault()` keeps it from being sent. */
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
  /** It was answered, or goes on to another page. */
  onSent?: () => void;
  /** Where there is no room for a message: it is shown at the edge of the window. */
  isTight?: boolean;
};

/**
 * A form whose action answers by changing the page, or by another one. Works without script as a plain post. What could not be
 * sent stays, and is said below.
 */
export function ActionForm({ action, onSubmit, onSent, isTight = false, children, ...form }: Props) {
  const { problem, isPending, handleSubmit } = useSending(action, { onSent });
  const showToast = useToast();
  const { text, button } = useNotSentWords(problem);

  const show = useEffectEvent(({ retry }: Problem) => showToast(text, { label: button, onAction: retry }));
  useEffect(() => {
    if (isTight && problem) show(problem);
  }, [isTight, problem]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    onSubmit?.(event);
    if (!event.defaultPrevented) handleSubmit(event);
  }

  return (
    <form
      {...form}
      // React wants an action of a form to answer nothing.
      action={action as (data: FormData) => Promise<void>}
      onSubmit={submit}
      aria-busy={isPending || undefined}
    >
      {children}
      {problem && !isTight && (
        <div className="col-span-full basis-full py-2">
          <NotSent problem={problem} />
        </div>
      )}
    </form>
  );
}
