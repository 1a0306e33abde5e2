import type { ReactNode } from "react";

/** A word or two about a rule, beside its title. */
export function Mark({ children }: { children: ReactNode }) {
  return <span className="rounded-full bg-sunk px-2.5 py-0.5 text-xs text-ink-soft">{children}</span>;
}
