import type { ReactNode } from "react";

const looks = {
  plain: "bg-sunk text-ink-soft",
  t: "bg-tone-t-soft text-tone-t",
  f: "bg-tone-f-soft text-tone-f",
  danger: "bg-danger-soft text-danger",
};

export function Badge({ look = "plain", children }: { look?: keyof typeof looks; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-semibold ${looks[look]}`}
    >
      {children}
    </span>
  );
}
