import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { findNames } from "@/lib/account/people-data";
import { textLang } from "@/components/ui/text-lang";
import type { PolicyVersion } from "@/lib/moderation/policy/versions";

/** Empty for the built-in version. */
export async function VersionNote({ version: { note, publishedById } }: { version: PolicyVersion }) {
  if (!note) return null;
  const [t, names] = await Promise.all([
    getTranslations("policy.versions"),
    findNames(publishedById ? [publishedById] : []),
  ]);
  const name = publishedById ? names.get(publishedById) : undefined;
  return (
    <figure className="measure grid gap-1 border-l-2 border-line-strong pl-4">
      <blockquote lang={textLang(note)} dir="auto" className="leading-relaxed wrap-anywhere">
        {note}
      </blockquote>
      <figcaption className="text-sm text-ink-soft">
        {name === undefined
          ? t("byFormer")
          : t.rich("by", {
              name: () => (
                <Link href={`/admin/people/${publishedById}`} className="underline underline-offset-4">
                  <bdi>{name}</bdi>
                </Link>
              ),
            })}
      </figcaption>
    </figure>
  );
}
