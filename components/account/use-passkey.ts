"use client";

import { useState } from "react";
import { useSending } from "@/components/form/use-sending";
import type { AccountFormState } from "@/lib/auth/schema";
import type { FormAction } from "@/lib/form-state";

/**
 * Asks the browser for a credential and sends it, as JSON, to an action with the other fields. A person who closes the
 * browser's dialog has changed their mind: nothing is said then.
 */
export function usePasskey(action: FormAction<AccountFormState>) {
  const [state, setState] = useState<AccountFormState>({});
  const sending = useSending((form: FormData) => action({}, form), { onAnswer: setState });
  const [isAsking, setIsAsking] = useState(false);

  async function run(ask: () => Promise<object>, fields: Record<string, string>) {
    try {
      const form = new FormData();
      form.set("credential", JSON.stringify(await ask()));
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const send = () => sending.send(form, { hasFields: "name" in fields, retry: send });
      send();
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
  return { state, problem: sending.problem, run, press, isBusy: isAsking || sending.isPending };
}
