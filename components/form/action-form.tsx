"use client";

import { type ComponentProps, type SubmitEvent, useEffect, useEffectEvent } from "react";
import { useToast } from "@/components/ui/toast";
import { NotSent, useNotSentWords } from "./not-sent";
import type { Problem } from "./problem";
import { useSending } from "./use-sending";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: (data: FormData) => Promise<unknown>;
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
  onSent?: () => void;
  /** Shows problems as a toast, for forms without room for a message. */
  isTight?: boolean;
};

/**
 * A form whose action answers by changing the page or redirecting. Without script it is a plain post. When sending
 * fails, the input stays and the problem is shown below.
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
