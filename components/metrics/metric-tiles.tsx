import type { ReactNode } from "react";

export function MetricTiles({
  tiles,
}: {
  tiles: readonly { name: string; value: ReactNode; note?: ReactNode }[];
}) {
  return (
    <dl className="grid grid-cols-2 gap-x-5 gap-y-6 rounded-sheet bg-sunk p-5 sm:grid-cols-3 sm:p-6 lg:grid-cols-5">
      {tiles.map(({ name, value, note }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="font-serif text-xl tabular-nums">{value}</dd>
          {note && <dd className="text-[0.8125rem] leading-snug text-ink-faint">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
