import Link from "next/link";
import type { ReactNode } from "react";

export function MergeChoices({
  choices,
}: {
  choices: { id: string; href: string; name: ReactNode; more: ReactNode }[];
}) {
  return (
    <ul>
      {choices.map(({ id, href, name, more }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5 border-b border-line py-3.5 transition-colors hover:bg-sunk"
        >
          <Link href={href} className="font-medium wrap-anywhere after:absolute after:inset-0">
            {name}
          </Link>
          <span className="text-sm text-ink-faint">{more}</span>
        </li>
      ))}
    </ul>
  );
}
