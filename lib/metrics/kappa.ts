/**
 * Cohen's kappa. `counts[a][b]`: items that the first judge put into class a and the second into class b.
 * @returns 1 for full agreement, 0 for chance, less for worse; null without items, or when both judges used only one
 * class
 */
export function cohensKappa(counts: readonly (readonly number[])[]): number | null {
  const rows = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = counts.map((_, column) => counts.reduce((total, row) => total + (row[column] ?? 0), 0));
  const total = rows.reduce((all, count) => all + count, 0);
  if (total === 0) return null;

  const agreed = counts.reduce((all, row, index) => all + (row[index] ?? 0), 0);
  // Integers until the last division, so that the comparison below is exact.
  const byChance = rows.reduce((all, count, index) => all + count * (columns[index] ?? 0), 0);
  if (byChance === total * total) return null;
  return (agreed * total - byChance) / (total * total - byChance);
}
