import type { ReactNode } from "react";

/** Where a form's sender is signed out. What was typed may be kept in this page alone: it stays open, unless told otherwise. */
export function SignInAgainLink({
  next,
  inNewTab = true,
  children,
}: {
  /** The page to come back to. */
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
