import Link from "next/link";
import type { ReactNode } from "react";

type Chip = { href: string; label: ReactNode; isCurrent: boolean };

export function ChipLinks({ label, chips }: { label: string; chips: Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {chips.map((chip) => (
          <li key={chip.href}>
            <Link
              href={chip.href}
              aria-current={chip.isCurrent ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-control border border-transparent px-3 text-[0.9375rem] text-ink-soft transition-colors duration-200 hover:bg-sunk hover:text-ink aria-[current]:border-line-strong aria-[current]:bg-sheet aria-[current]:font-medium aria-[current]:text-ink"
            >
              {chip.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
