import type { ReactNode } from "react";

const looks = {
  plain: "bg-sunk text-ink-soft",
  sea: "bg-sea text-on-sea",
  danger: "bg-danger-soft text-danger",
};

export function Badge({ look = "plain", children }: { look?: keyof typeof looks; children: ReactNode }) {
  return (
    <span
      className={`rounded-control px-2 py-0.5 text-[0.8125rem] font-medium whitespace-nowrap ${looks[look]}`}
    >
      {children}
    </span>
  );
}
