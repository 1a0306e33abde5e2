import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Icon } from "@/components/ui/icon";
import { Filled, Fillings, type Look, Point, looks } from "./looks";
import { MetricTable } from "./metric-table";

/** One value per bucket; null: nothing was measured. */
export type Series = { name: string; look: Look; values: readonly (number | null)[] };

export type Bucket = { key: string; short: string; long: string };

export function ChartFrame({
  title,
  lead,
  kind,
  series,
  buckets,
  formatValue,
  hasTotals = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  kind: "bars" | "lines";
  series: readonly Series[];
  buckets: readonly Bucket[];
  formatValue: (value: number) => string;
  hasTotals?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("metrics");
  const id = useId();
  const isEmpty = series.every(({ values }) => values.every((value) => !value));
  return (
    <figure aria-labelledby={id} className="grid min-w-0 grid-cols-1 content-start gap-3">
      <figcaption>
        <h3 id={id} className="font-medium">
          {title}
        </h3>
        {lead && <p className="text-sm text-ink-soft">{lead}</p>}
      </figcaption>
      {isEmpty ? (
        <p className="grid h-24 place-items-center rounded-control bg-sunk text-sm text-ink-soft">
          {t("nothing")}
        </p>
      ) : (
        <>
          {children}
          {series.length > 1 && <Legend kind={kind} series={series} />}
        </>
      )}
      <details className="group">
        <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-control pr-2 text-sm text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <Icon name="chevronRight" className="size-4 transition-transform group-open:rotate-90" />
          {t("asTable")}
          <span className="sr-only">{title}</span>
        </summary>
        <MetricTable
          caption={title}
          head={[t("when"), ...series.map(({ name }) => name)]}
          rows={buckets.map(({ key, long }, index) => ({
            key,
            cells: [long, ...series.map(({ values }) => valueText(values[index], formatValue))],
          }))}
          foot={
            hasTotals
              ? [
                  t("total"),
                  ...series.map(({ values }) =>
                    formatValue(values.reduce<number>((all, value) => all + (value ?? 0), 0)),
                  ),
                ]
              : undefined
          }
        />
      </details>
    </figure>
  );
}

const valueText = (value: number | null | undefined, formatValue: (value: number) => string) =>
  value === null || value === undefined ? "–" : formatValue(value);

function Legend({ kind, series }: { kind: "bars" | "lines"; series: readonly Series[] }) {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      {series.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden width="22" height="14" className="shrink-0">
            {kind === "bars" ? (
              <>
                <Fillings id={id} />
                <Filled id={id} look={look} x={4} y={0.5} width={13} height={13} />
              </>
            ) : (
              <>
                <path
                  d="M0 7H22"
                  strokeWidth="2"
                  strokeDasharray={looks[look].dash}
                  className={looks[look].stroke}
                />
                <Point look={look} x="11" y={7} />
              </>
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
