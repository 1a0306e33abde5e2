import type { ReactNode } from "react";

export function Mark({ children }: { children: ReactNode }) {
  return <span className="rounded-full bg-sunk px-2.5 py-0.5 text-xs text-ink-soft">{children}</span>;
}
