const maxSlugChars = 60;

/** Pages of ours that stand where a gym or a trainer would. */
const reserved = new Set(["new", "suggest"]);

/** A name for addresses: it is chosen once and stays, since notices and other people's links lead to it. */
export const isSlug = (text: string) => text.length <= maxSlugChars && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

export const isReservedSlug = (slug: string) => reserved.has(slug);

/** "Café Gym, Mapo" → "cafe-gym-mapo"; empty for a name without Latin letters and digits. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlugChars)
    .replace(/^-+|-+$/g, "");
}

/** For a name that gives no slug. */
export const randomSlug = (kind: "gym" | "trainer") => `${kind}-${crypto.randomUUID().slice(0, 8)}`;

/** The slug itself, or with the first number that makes it one that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const numbered = slug.slice(0, maxSlugChars - end.length).replace(/-+$/, "") + end;
    if (!taken.has(numbered)) return numbered;
  }
}
