import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Sea } from "@/components/shell/sea";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={["account", "auth"]}>
      <div className="wrap flex-1 py-10 sm:py-16">
        <div className="mx-auto max-w-100 animate-rise">{children}</div>
      </div>
      <Sea className="h-36 sm:h-44" />
    </ClientMessages>
  );
}
