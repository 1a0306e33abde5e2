import type { ReactNode } from "react";
import type { Bucket, Series } from "./chart-frame";
import type { Scale } from "./scale";

const plotHeight = 160;
const above = 10; // room for half a tick's number
const below = 24; // and for the names of the buckets
const lineHeight = 16; // of a tick's number

/** Where a value lies, in pixels from the top. */
export const heightOf = (scale: Scale, value: number) => above + (1 - scale.at(value)) * plotHeight;

/** The middle of a bucket, in percent of the width. */
export const middleOf = (index: number, count: number) => ((index + 0.5) / count) * 100;

/**
 * The ground of a chart: lines with their numbers, the names of the buckets, and what is drawn. Heights are pixels, widths
 * percent, so letters keep their size on any screen; the policy lets no style attribute through.
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
  // As many names as find room on a phone.
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
            {/* What the pointer is told. */}
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

/** The ticks, from the foot upwards, whose numbers have room above the one before; the others are lines alone. */
function apart(scale: Scale): number[] {
  const named: number[] = [];
  for (const tick of scale.ticks) {
    const last = named.at(-1);
    if (last === undefined || heightOf(scale, last) - heightOf(scale, tick) >= lineHeight) named.push(tick);
  }
  return named;
}

/** Below the middle of its bucket; in narrow ones the first name would stick out on the left. */
const placeOf = (index: number, count: number) =>
  index === 0 && count > 7
    ? ({ x: "0", textAnchor: "start" } as const)
    : ({ x: `${middleOf(index, count)}%`, textAnchor: "middle" } as const);

function told({ name, values }: Series, index: number, formatValue: (value: number) => string) {
  const value = values[index];
  return `${name}: ${value === null || value === undefined ? "–" : formatValue(value)}`;
}
