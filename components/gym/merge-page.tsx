import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/back-link";

export function MergePage({
  back,
  title,
  children,
}: {
  back: { href: string; label: ReactNode };
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="wrap grid gap-6 py-6 sm:py-10">
      <header>
        <BackLink href={back.href}>{back.label}</BackLink>
        <h1 className="mt-1 font-serif text-title wrap-anywhere">{title}</h1>
      </header>
      {children}
    </div>
  );
}
