import { type ComponentProps, useId } from "react";
import { ChartFrame } from "./chart-frame";
import { Filled, Fillings } from "./looks";
import { Plot, heightOf } from "./plot";
import { linearScale } from "./scale";

type Props = Omit<ComponentProps<typeof ChartFrame>, "kind" | "children" | "hasTotals">;

export function BarChart(props: Props) {
  const { series, buckets, title, formatValue } = props;
  const id = useId();
  const totals = buckets.map((_, index) => series.reduce((all, { values }) => all + (values[index] ?? 0), 0));
  const scale = linearScale(Math.max(...totals));
  const width = 100 / buckets.length;
  return (
    <ChartFrame {...props} kind="bars" hasTotals>
      <Plot label={title} {...{ scale, series, buckets, formatValue }}>
        <Fillings id={id} />
        {buckets.map(({ key }, index) => {
          let below = 0;
          return series.map(({ name, look, values }) => {
            const value = values[index] ?? 0;
            const bottom = heightOf(scale, below);
            below += value;
            const top = heightOf(scale, below);
            return value > 0 ? (
              <Filled
                key={`${key} ${name}`}
                id={id}
                look={look}
                x={`${(index + 0.15) * width}%`}
                width={`${0.7 * width}%`}
                y={top}
                height={Math.max(bottom - top, 1)}
              />
            ) : null;
          });
        })}
      </Plot>
    </ChartFrame>
  );
}
