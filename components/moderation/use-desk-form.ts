import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useActionState, useRef, useState, useTransition } from "react";

/**
 * Sends a form to its action: as a plain post while there is no script, by hand once there is. React's own way would
 * empty the form afterwards, and put an error page in its place when the server cannot be reached.
 */
export function useDeskForm<State extends object>(
  action: (state: Awaited<State>, form: FormData) => Promise<State>,
  empty: Awaited<State>,
) {
  const [posted, post] = useActionState(action, empty);
  const [answered, setAnswered] = useState<State | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startSending] = useTransition();
  const isSending = useRef(false);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const sent = new FormData(event.currentTarget, event.nativeEvent.submitter);
    setHasFailed(false);
    startSending(async () => {
      try {
        setAnswered(await action(empty, sent));
      } catch (error) {
        // Success: it goes on to another page.
        unstable_rethrow(error);
        setAnswered(null);
        setHasFailed(true);
      } finally {
        isSending.current = false;
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
