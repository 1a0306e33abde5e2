import type { ReactNode } from "react";

export function RuleLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[11rem_1fr] sm:gap-4">
      <dt className="text-sm text-ink-faint sm:pt-px">{name}</dt>
      <dd className="measure wrap-anywhere">{children}</dd>
    </div>
  );
}
