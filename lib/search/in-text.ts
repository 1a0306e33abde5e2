/** What is searched for in a long text, without its spaces. */
export const squeezed = (q: string) => q.toLowerCase().replaceAll(/\s+/g, "");

/**
 * In SQL, whether the text of a column has what `squeezed` made of a search, whatever its spaces. Reads the text: for what no
 * index holds.
 */
export function isInText(column: string, q: string, parameter: string): string {
  // Korean has no capitals: folding them, letter by letter, would be for nothing.
  const folded = q.toLowerCase() === q.toUpperCase() ? column : `lower(${column})`;
  return `strpos(replace(replace(${folded}, ' ', ''), chr(10), ''), ${parameter}) > 0`;
}
