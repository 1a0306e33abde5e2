import type { ReactNode } from "react";
import { JudgeNote } from "@/components/admin/judge-note";
import { ClientMessages } from "@/components/shell/client-messages";
import { BackLink } from "@/components/ui/back-link";

export function PolicyPage({
  back,
  title,
  lead,
  children,
}: {
  back?: { href: string; label: ReactNode };
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <ClientMessages namespaces={["policy"]}>
      <div className={`wrap grid grid-cols-1 gap-9 ${back ? "py-6 sm:py-10" : "py-9 sm:py-14"}`}>
        <header className="measure">
          {back && <BackLink href={back.href}>{back.label}</BackLink>}
          <h1 className="font-serif text-title wrap-anywhere">{title}</h1>
          {lead && <div className="mt-1.5 text-ink-soft">{lead}</div>}
          <JudgeNote />
        </header>
        {children}
      </div>
    </ClientMessages>
  );
}
