"use client";

import { useState } from "react";
import { useSending } from "@/components/form/use-sending";
import type { AccountFormState } from "@/lib/auth/schema";
import type { FormAction } from "@/lib/web/form-state";

/**
 * Requests a credential from the browser and sends it as JSON with the other fields. Closing the browser's dialog
 * shows no error.
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
      // Closed, timed out, or no passkey on this device.
    }
  }

  async function press(ask: () => Promise<object>, fields: Record<string, string>) {
    setIsAsking(true);
    await run(ask, fields);
    setIsAsking(false);
  }
  return { state, problem: sending.problem, run, press, isBusy: isAsking || sending.isPending };
}
