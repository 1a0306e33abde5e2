"use client";

import { type FormEvent, useState } from "react";

type Errors<Code extends string> = { fields?: Record<string, Code | undefined> };

export function useFieldErrors<Code extends string>(state: Errors<Code>) {
  const [changed, setChanged] = useState<{ since: object; names: string[] }>({ since: state, names: [] });
  const names = changed.since === state ? changed.names : [];
  return {
    errorOf: (name: string) => (names.includes(name) ? undefined : state.fields?.[name]),
    noteChange({ target }: FormEvent) {
      const name = target instanceof Element ? target.getAttribute("name") : null;
      if (name && state.fields?.[name]) setChanged({ since: state, names: [...names, name] });
    },
  };
}
