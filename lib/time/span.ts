/** A time range in buckets: each begins at its edge and ends at the next one, the last at `until`. */
export type Span = { edges: readonly Date[]; until: Date };

export const spanValues = ({ edges, until }: Span) => [edges, edges[0], until];

export const bucketOf = (column: string) => `width_bucket(${column}, $1::timestamptz[]) - 1`;
export const isWithin = (column: string) => `${column} >= $2 AND ${column} < $3`;

export function perBucket<Row extends { bucket: number }>(
  { edges }: Span,
  rows: readonly Row[],
  valueOf: (row: Row) => number,
): number[] {
  const values = edges.map(() => 0);
  for (const row of rows) values[row.bucket] = (values[row.bucket] ?? 0) + valueOf(row);
  return values;
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
