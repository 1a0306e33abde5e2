import type { ReactNode } from "react";
import { Icon } from "./icon";

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-danger">
      <Icon name="warning" className="mt-0.5 size-4" />
      {children}
    </p>
  );
}
