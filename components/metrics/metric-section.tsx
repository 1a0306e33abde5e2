import type { ReactNode } from "react";

export function MetricSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-6 border-t border-line pt-8">
      <h2 id={id} className="font-serif text-xl">
        {title}
      </h2>
      <div className="grid grid-cols-1 gap-x-10 gap-y-10 lg:grid-cols-2">{children}</div>
    </section>
  );
}
