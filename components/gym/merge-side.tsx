import type { ReactNode } from "react";
import { Paper } from "@/components/ui/paper";

export function MergeSide({
  fate,
  name,
  facts,
}: {
  fate: ReactNode;
  name: ReactNode;
  facts: { label: string; value: ReactNode }[];
}) {
  return (
    <Paper className="grid content-start gap-3 p-5 sm:p-6">
      <p className="text-sm text-ink-faint">{fate}</p>
      <h2 className="font-serif text-xl leading-snug wrap-anywhere">{name}</h2>
      <dl className="grid gap-2 text-[0.9375rem]">
        {facts.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
            <dt className="text-ink-faint">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
