import type { ReactNode } from "react";

/** What the blocks of a reply stand in. */
export function MarkdownFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-[0.9em] [&_a]:underline [&_a]:decoration-1 [&_a]:underline-offset-4">
      {children}
    </div>
  );
}
