export const squeezed = (q: string) => q.toLowerCase().replaceAll(/\s+/g, "");

/** In SQL: whether a column contains `squeezed(q)`, ignoring spaces. Reads the text, for columns without an index. */
export function isInText(column: string, q: string, parameter: string): string {
  // Korean has no case, so lower() would only cost time.
  const folded = q.toLowerCase() === q.toUpperCase() ? column : `lower(${column})`;
  return `strpos(replace(replace(${folded}, ' ', ''), chr(10), ''), ${parameter}) > 0`;
}
