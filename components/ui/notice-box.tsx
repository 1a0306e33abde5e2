import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * A message about the form or the place it stands in. An `alert` is read out at once; plain ones wait
 * to be found. An action goes to the next line before the words become a narrow column. Use a field's own `error` for what belongs to one field.
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
