"use client";

import { useEffect, useRef } from "react";

/** For a form: after it came back with errors, the first field that has one gets the focus. */
export function useFirstErrorFocus(state: { fields?: object | undefined }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.fields) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  return form;
}
