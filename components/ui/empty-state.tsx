import type { ReactNode } from "react";

export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-14 text-center">
      <svg
        aria-hidden
        viewBox="0 0 120 40"
        className="mb-2 w-30 text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        <path d="M44 24a16 16 0 0 1 32 0" strokeWidth="1.25" />
        <path d="M4 24h112M26 30h68M42 36h36" strokeWidth="1.25" strokeLinecap="round" />
      </svg>
      <p className="font-serif text-lg text-ink">{title}</p>
      {children && <div className="max-w-80 text-sm text-balance text-ink-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
