import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { textLang } from "@/components/ui/text-lang";
import type { RuleChange } from "@/lib/moderation/policy/changes";
import { policyVersionHref } from "@/lib/moderation/policy/version-href";
import type { PolicyVersion } from "@/lib/moderation/policy/versions";
import { Mark } from "./mark";

/** `names`: the publishers by id. */
export function VersionList({
  versions,
  current,
  names,
}: {
  versions: PolicyVersion[];
  current: number;
  names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("policy");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <ol className="divide-y divide-line border-y border-line">
      {versions.map(({ version, note, publishedAt, publishedById, changes }) => (
        <li key={version} className="relative grid gap-1 py-3.5 transition-colors hover:bg-sunk">
          <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
            <Link href={policyVersionHref(version)} className="font-medium after:absolute after:inset-0">
              {t("current.version", { version })}
            </Link>
            {version === current && <Mark>{t("versions.inForce")}</Mark>}
            {publishedAt && (
              <time dateTime={publishedAt.toISOString()} className="ml-auto text-sm text-ink-faint">
                {format.dateTime(publishedAt, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            )}
          </p>
          <p lang={note ? textLang(note) : undefined} dir="auto" className="text-[0.9375rem] wrap-anywhere">
            {note ?? t("versions.builtIn")}
          </p>
          {changes.length > 0 && (
            <ul className="text-sm text-ink-soft">
              {changes.map((change) => (
                <li key={change.after.id} className="wrap-anywhere">
                  {t(`versions.changes.${kindOf(change)}`, { title: change.after.wording[locale].title })}
                </li>
              ))}
            </ul>
          )}
          {publishedAt && (
            <p className="text-sm text-ink-faint">
              <Publisher name={publishedById === null ? undefined : names.get(publishedById)} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** @param name undefined when the publisher has left */
function Publisher({ name }: { name: string | undefined }) {
  const t = useTranslations("policy.versions");
  return name === undefined ? t("byFormer") : t.rich("by", { name: () => <bdi>{name}</bdi> });
}

function kindOf({ before, after }: RuleChange) {
  if (!before) return "added";
  if (before.isOff === after.isOff) return "reworded";
  return after.isOff ? "switchedOff" : "switchedOn";
}
