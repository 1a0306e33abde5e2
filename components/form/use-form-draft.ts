"use client";

import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { typedEarly } from "./early-typing";
import type { Typed } from "./form-draft";
import { FormKeeper } from "./form-keeper";

export function useFormDraft(input: {
  form: RefObject<HTMLFormElement | null>;
  formId: string;
  draftKey: string;
  sent: Typed;
  shown: Typed;
  textName: string;
}) {
  const { form, formId, ...about } = input;
  // Hydration may happen long after someone has begun to type.
  const isHydrated = useIsHydrated();
  const [keeper] = useState(
    () =>
      new FormKeeper({ ...about, early: isHydrated ? null : readEarly(formId, Object.keys(about.shown)) }),
  );
  const draft = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, keeper.getSnapshot);

  useEffect(() => {
    if (form.current) keeper.open(form.current);
  }, [form, keeper]);

  return { keeper, draft };
}

function readEarly(formId: string, names: string[]): Typed | null {
  if (typeof document === "undefined") return null;
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? typedEarly(form, names) : null;
}
