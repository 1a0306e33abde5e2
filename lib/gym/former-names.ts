/** An admin who tries names out does not fill the row. */
const maxFormerNames = 20;

/** Of names that a gym had, oldest first: those that it does not have now, each once, the last ones. */
export function formerNamesOf(
  had: (string | null)[],
  now: { name: string; nameEn: string | null },
): string[] {
  const names = had.filter((name) => name !== null && name !== now.name && name !== now.nameEn);
  return [...new Set(names as string[])].slice(-maxFormerNames);
}
