import Link from "next/link";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Icon } from "@/components/ui/icon";

/** An admin's page about one thing: the way back, what it is, its form. */
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
          <Link
            href={back.href}
            className="-ml-1 inline-flex min-h-11 items-center gap-1 pr-2 text-sm text-ink-soft hover:text-ink"
          >
            <Icon name="chevronLeft" className="size-4.5" />
            {back.label}
          </Link>
          <h1 className="mt-1 mb-6 font-serif text-title wrap-anywhere">{title}</h1>
          {children}
        </div>
      </div>
    </ClientMessages>
  );
}
