import type { ReactNode } from "react";

/** One thing that is known about the open item. */
export function ItemSection({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-2.5 rounded-sheet border border-line px-4 py-4 sm:px-5">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
