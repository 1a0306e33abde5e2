/** Limits the row when an admin tries many names. */
const maxFormerNames = 20;

/** Removes current names and duplicates; keeps the last ones, oldest first. */
export function formerNamesOf(
  had: (string | null)[],
  now: { name: string; nameEn: string | null },
): string[] {
  const names = had.filter((name) => name !== null && name !== now.name && name !== now.nameEn);
  return [...new Set(names as string[])].slice(-maxFormerNames);
}
