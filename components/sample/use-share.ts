import { useFormatter } from "next-intl";
import type { Interval } from "@/lib/statistics/wilson";

export function useShare() {
  const format = useFormatter();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return { share, interval: ({ low, high }: Interval) => `${share(low)}–${share(high)}` };
}
