/**
 * Cohen's kappa of two judges: how far they agree beyond what chance would bring. `counts[a][b]` is how many the first
 * put into class a and the second into class b.
 * @returns 1 for full agreement, 0 for chance, below for less; null when nothing was judged, or when chance alone would
 * agree on everything because both only ever used one class.
 */
export function cohensKappa(counts: readonly (readonly number[])[]): number | null {
  const rows = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = counts.map((_, column) => counts.reduce((total, row) => total + (row[column] ?? 0), 0));
  const total = rows.reduce((all, count) => all + count, 0);
  if (total === 0) return null;

  const agreed = counts.reduce((all, row, index) => all + (row[index] ?? 0), 0);
  // Kept whole until the last division: whether chance explains everything is then an exact question.
  const byChance = rows.reduce((all, count, index) => all + count * (columns[index] ?? 0), 0);
  if (byChance === total * total) return null;
  return (agreed * total - byChance) / (total * total - byChance);
}
