export type Scale = { ticks: number[]; at: (value: number) => number };

export function linearScale(max: number): Scale {
  if (max <= 0) return { ticks: [0, 1], at: (value) => value };
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  // Counts are integers: no tick at half a review.
  const step = Math.max(
    [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough)! * power,
    max >= 1 ? 1 : 0,
  );
  const count = Math.ceil(max / step);
  const top = step * count;
  return { ticks: Array.from({ length: count + 1 }, (_, index) => index * step), at: (value) => value / top };
}

const times = [0.001, 0.01, 0.1, 1, 10, 60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000];

/** Logarithmic. Values are seconds. */
export function timeScale(values: readonly number[]): Scale {
  const low = times.slice(0, -1).findLast((time) => time <= Math.min(...values)) ?? times[0]!;
  const high = times.find((time) => time >= Math.max(...values) && time > low) ?? times.at(-1)!;
  const span = Math.log(high / low);
  const at = (value: number) => Math.min(1, Math.max(0, Math.log(Math.max(value, low) / low) / span));
  return { ticks: times.filter((time) => time >= low && time <= high), at };
}
