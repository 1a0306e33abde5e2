import type { ReactNode } from "react";

export function RecordSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: ReactNode;
  lead: ReactNode;
  children?: ReactNode[];
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="font-serif text-lg">
        {title}
      </h2>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">{lead}</p>
      {children && children.length > 0 && <ul className="mt-2">{children}</ul>}
    </section>
  );
}
