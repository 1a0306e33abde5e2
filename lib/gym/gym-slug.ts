const maxSlugChars = 60;

/** Pages of the app at the same place in the path. */
const reserved = new Set(["new", "suggest"]);

/** A slug never changes: notices and other people's links contain it. */
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

export const randomSlug = (kind: "gym" | "trainer") => `${kind}-${crypto.randomUUID().slice(0, 8)}`;

export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const numbered = slug.slice(0, maxSlugChars - end.length).replace(/-+$/, "") + end;
    if (!taken.has(numbered)) return numbered;
  }
}
