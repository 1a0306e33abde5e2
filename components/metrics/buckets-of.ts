import type { useFormatter } from "next-intl";
import type { MetricRange } from "@/lib/metrics/metric-range";
import type { Span } from "@/lib/time/span";
import type { Bucket } from "./chart-frame";

export function bucketsOf(
  { edges }: Span,
  range: MetricRange,
  format: Pick<ReturnType<typeof useFormatter>, "dateTime">,
): Bucket[] {
  const isHour = range === "day";
  return edges.map((at) => ({
    key: at.toISOString(),
    short: format.dateTime(at, isHour ? { hour: "numeric" } : { month: "numeric", day: "numeric" }),
    long: format.dateTime(
      at,
      isHour
        ? { month: "short", day: "numeric", hour: "numeric" }
        : { month: "short", day: "numeric", weekday: "short" },
    ),
  }));
}
