import type { ReactNode } from "react";

export function MessagePage({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children: ReactNode;
  action: ReactNode;
}) {
  return (
    <div className="wrap grid flex-1 place-content-center justify-items-center gap-4 py-20 text-center">
      <svg
        aria-hidden
        viewBox="0 0 120 40"
        className="mb-3 w-36 text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        <path
          d="M46 22a14 14 0 0 1 28 0M4 22h112M26 28h68M44 34h32"
          strokeWidth="1.1"
          strokeLinecap="round"
        />
      </svg>
      <h1 className="font-serif text-title">{title}</h1>
      <p className="max-w-96 text-balance text-ink-soft">{children}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>
    </div>
  );
}
