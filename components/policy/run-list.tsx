import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import type { PolicyRun } from "@/lib/review/policy-run/list";

export function RunList({ runs }: { runs: PolicyRun[] }) {
  const t = useTranslations("policy");
  const format = useFormatter();
  if (runs.length === 0) return <p className="text-ink-soft">{t("runs.none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map(({ id, kind, status, total, left, startedAt }) => (
        <li
          key={id}
          className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5 py-3 transition-colors hover:bg-sunk"
        >
          <Link href={`/admin/policy/runs/${id}`} className="font-medium after:absolute after:inset-0">
            {t(`runs.${kind}`)}{" "}
            <time dateTime={startedAt.toISOString()} className="text-sm font-normal text-ink-faint">
              {format.dateTime(startedAt, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </Link>
          <span className="text-sm text-ink-soft">
            {t(`run.status.${status}`)} · {t("runs.progress", { done: total - left, total })}
          </span>
        </li>
      ))}
    </ul>
  );
}
