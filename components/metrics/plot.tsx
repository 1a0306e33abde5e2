import type { ReactNode } from "react";
import type { Bucket, Series } from "./chart-frame";
import type { Scale } from "./scale";

const plotHeight = 160;
const above = 10;
const below = 24;
const lineHeight = 16;

/** In pixels from the top. */
export const heightOf = (scale: Scale, value: number) => above + (1 - scale.at(value)) * plotHeight;

/** In percent of the width. */
export const middleOf = (index: number, count: number) => ((index + 0.5) / count) * 100;

/**
 * Heights are pixels and widths percent, so that letters keep their size on any screen: the content security policy
 * forbids style attributes.
 */
export function Plot({
  label,
  scale,
  series,
  buckets,
  formatValue,
  children,
}: {
  label: string;
  scale: Scale;
  series: readonly Series[];
  buckets: readonly Bucket[];
  formatValue: (value: number) => string;
  children: ReactNode;
}) {
  const height = above + plotHeight + below;
  const tickTexts = apart(scale).map((tick) => ({ tick, text: formatValue(tick) }));
  const gutter = Math.max(...tickTexts.map(({ text }) => text.length)) * 7 + 4;
  // The number of names that fit on a phone.
  const every = Math.max(1, Math.ceil(buckets.length / 7));
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-2 text-xs">
      <svg aria-hidden width={gutter} height={height}>
        {tickTexts.map(({ tick, text }) => (
          <text
            key={tick}
            x={gutter}
            y={heightOf(scale, tick)}
            dy="0.35em"
            textAnchor="end"
            className="fill-ink-faint tabular-nums"
          >
            {text}
          </text>
        ))}
      </svg>
      <svg role="img" aria-label={label} width="100%" height={height}>
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={heightOf(scale, tick)}
            y2={heightOf(scale, tick)}
            className={tick === scale.ticks[0] ? "stroke-line-strong" : "stroke-line"}
          />
        ))}
        {children}
        {buckets.map(({ key, short, long }, index) => (
          <g key={key}>
            {index % every === 0 && (
              <text
                {...placeOf(index, buckets.length)}
                y={above + plotHeight + 17}
                className="fill-ink-faint"
              >
                {short}
              </text>
            )}
            <rect
              x={`${(index / buckets.length) * 100}%`}
              width={`${100 / buckets.length}%`}
              height={above + plotHeight}
              fill="transparent"
            >
              <title>{[long, ...series.map((one) => told(one, index, formatValue))].join("\n")}</title>
            </rect>
          </g>
        ))}
      </svg>
    </div>
  );
}

function apart(scale: Scale): number[] {
  const named: number[] = [];
  for (const tick of scale.ticks) {
    const last = named.at(-1);
    if (last === undefined || heightOf(scale, last) - heightOf(scale, tick) >= lineHeight) named.push(tick);
  }
  return named;
}

/** With many buckets the first name would extend beyond the left edge. */
const placeOf = (index: number, count: number) =>
  index === 0 && count > 7
    ? ({ x: "0", textAnchor: "start" } as const)
    : ({ x: `${middleOf(index, count)}%`, textAnchor: "middle" } as const);

function told({ name, values }: Series, index: number, formatValue: (value: number) => string) {
  const value = values[index];
  return `${name}: ${value === null || value === undefined ? "–" : formatValue(value)}`;
}
