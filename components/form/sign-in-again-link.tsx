import type { ReactNode } from "react";

/** Opens a new tab by default, because the typed text may exist only in this page. */
export function SignInAgainLink({
  next,
  inNewTab = true,
  children,
}: {
  next: string;
  inNewTab?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={`/signin?next=${encodeURIComponent(next)}`}
      target={inNewTab ? "_blank" : undefined}
      className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
    >
      {children}
    </a>
  );
}
