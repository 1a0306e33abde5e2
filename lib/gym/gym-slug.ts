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
