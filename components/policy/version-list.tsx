import { useFormatter, useTranslations } from "next-intl";
import type { PublishedVersion } from "@/lib/moderation/policy-data";

/** Every version with what was said about it, newest first. */
export function VersionList({ versions }: { versions: PublishedVersion[] }) {
  const t = useTranslations("policy");
  const format = useFormatter();
  return (
    <ol className="divide-y divide-line border-y border-line">
      {versions.map(({ version, note, publishedAt }) => (
        <li key={version} className="grid gap-0.5 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{t("current.version", { version })}</span>
            {publishedAt && (
              <time dateTime={publishedAt.toISOString()} className="text-sm text-ink-faint">
                {format.dateTime(publishedAt, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            )}
          </p>
          <p className="text-sm text-ink-soft wrap-anywhere">{note ?? t("versions.builtIn")}</p>
        </li>
      ))}
    </ol>
  );
}
