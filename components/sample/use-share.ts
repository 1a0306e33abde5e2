import { useFormatter } from "next-intl";
import type { Interval } from "@/lib/statistics/wilson";

/** Says shares, and the intervals that hold them, in percent. */
export function useShare() {
  const format = useFormatter();
  const share = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return { share, interval: ({ low, high }: Interval) => `${share(low)}–${share(high)}` };
}
