import type { ComponentProps } from "react";
import { ChartFrame, type Series } from "./chart-frame";
import { Point, looks } from "./looks";
import { Plot, heightOf, middleOf } from "./plot";
import { type Scale, linearScale, timeScale } from "./scale";

type Props = Omit<ComponentProps<typeof ChartFrame>, "kind" | "children" | "hasTotals">;

/** Lines break where nothing was measured. `isTime`: values are seconds of very different size. */
export function LineChart({ isTime = false, ...props }: Props & { isTime?: boolean }) {
  const { series, buckets, title, formatValue } = props;
  const measured = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = isTime ? timeScale(measured) : linearScale(Math.max(0, ...measured));
  return (
    <ChartFrame {...props} kind="lines">
      <Plot label={title} {...{ scale, series, buckets, formatValue }}>
        <svg width="100%" height="200" viewBox="0 0 100 200" preserveAspectRatio="none" overflow="visible">
          {series.map((one) => (
            <path
              key={one.name}
              d={pathOf(one, scale)}
              fill="none"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeDasharray={looks[one.look].dash}
              vectorEffect="non-scaling-stroke"
              className={looks[one.look].stroke}
            />
          ))}
        </svg>
        {series.map(({ name, look, values }) =>
          values.map((value, index) =>
            value === null ? null : (
              <Point
                key={`${name} ${buckets[index]?.key}`}
                look={look}
                x={`${middleOf(index, values.length)}%`}
                y={heightOf(scale, value)}
              />
            ),
          ),
        )}
      </Plot>
    </ChartFrame>
  );
}

function pathOf({ values }: Series, scale: Scale): string {
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const step = `${isDrawing ? "L" : "M"}${middleOf(index, values.length).toFixed(2)} ${heightOf(scale, value).toFixed(1)}`;
      isDrawing = true;
      return step;
    })
    .join("");
}
