"use client";

import { startTransition, useActionState, useState } from "react";
import type { AccountFormState } from "@/lib/auth/schema";
import type { FormAction } from "@/lib/form-state";

/**
 * Asks the browser for a credential and sends it, as JSON, to an action with the other fields. A person who closes the
 * browser's dialog has changed their mind: nothing is said then.
 */
export function usePasskey(action: FormAction<AccountFormState>) {
  const [state, send, isSending] = useActionState(action, {});
  const [isAsking, setIsAsking] = useState(false);

  async function run(ask: () => Promise<object>, fields: Record<string, string>) {
    try {
      const form = new FormData();
      form.set("credential", JSON.stringify(await ask()));
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      startTransition(() => send(form));
    } catch {
      // Closed, timed out, or there is no passkey here.
    }
  }

  /** As `run`, for a button that shows that it is working. */
  async function press(ask: () => Promise<object>, fields: Record<string, string>) {
    setIsAsking(true);
    await run(ask, fields);
    setIsAsking(false);
  }
  return { state, run, press, isBusy: isAsking || isSending };
}
