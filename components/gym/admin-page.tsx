import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { BackLink } from "@/components/ui/back-link";

export function AdminPage({
  back,
  title,
  children,
}: {
  back: { href: string; label: ReactNode };
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <ClientMessages namespaces={["adminGym"]}>
      <div className="wrap py-6 sm:py-10">
        <div className="measure">
          <BackLink href={back.href}>{back.label}</BackLink>
          <h1 className="mt-1 mb-6 font-serif text-title wrap-anywhere">{title}</h1>
          {children}
        </div>
      </div>
    </ClientMessages>
  );
}
