import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * A message about a form or a part of a page. An `alert` is read aloud at once. The action wraps before the text
 * becomes a narrow column. Errors of a single field belong in the field's own `error`.
 */
export function NoticeBox({
  kind = "info",
  children,
  action,
}: {
  kind?: "info" | "alert" | "done";
  children: ReactNode;
  action?: ReactNode;
}) {
  const isAlert = kind === "alert";
  return (
    <div
      role={isAlert ? "alert" : kind === "done" ? "status" : undefined}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control px-4 py-3 text-sm forced-colors:border ${
        isAlert ? "bg-danger-soft text-danger" : "bg-sunk text-ink-soft"
      }`}
    >
      <Icon name={isAlert ? "warning" : kind === "done" ? "check" : "wave"} className="size-4.5" />
      <div className="min-w-0 grow basis-56 wrap-anywhere">{children}</div>
      {action}
    </div>
  );
}
