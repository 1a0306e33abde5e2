import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";
import { textLang } from "@/components/ui/text-lang";
import { subjectName } from "@/lib/gym/subject-name";
import { subjectPath } from "@/lib/gym/gym-paths";
import { findRule } from "@/lib/moderation/policy/data";
import type { OwnReport as Report, ReportState } from "@/lib/review/report/data";

const icons: Record<ReportState, IconName> = {
  OPEN: "eye",
  UPHELD: "check",
  DISMISSED: "person",
  CHANGED: "refresh",
};

/** Without the text itself, which may be hidden for a good reason. */
export async function OwnReport({ report }: { report: Report }) {
  const { gym, trainer, reason, text, createdAt, state, decidedAt } = report;
  const [t, locale, format, rule] = await Promise.all([
    getTranslations("report.list"),
    getLocale(),
    getFormatter(),
    findRule(reason),
  ]);
  const dateOf = (date: Date) => format.dateTime(date, { dateStyle: "long" });
  return (
    <li className="grid gap-3 border-b border-line px-4 py-5 last:border-0 sm:px-6">
      <div>
        <h2 className="font-medium wrap-anywhere">
          <Link
            href={subjectPath(gym.slug, trainer?.slug)}
            className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {subjectName(locale, report)}
          </Link>
        </h2>
        <p className="mt-0.5 text-sm text-ink-faint">
          {t("about", { reason: rule?.wording[locale].title ?? t("unknownRule") })}
          {" · "}
          <time dateTime={createdAt.toISOString()}>{dateOf(createdAt)}</time>
        </p>
      </div>
      {text && (
        <p
          lang={textLang(text)}
          dir="auto"
          className="text-[0.9375rem] leading-relaxed wrap-anywhere whitespace-pre-line"
        >
          {text}
        </p>
      )}
      <div className="flex gap-3 rounded-control bg-sunk px-4 py-3 text-[0.9375rem]">
        <Icon name={icons[state]} className="mt-0.5 size-4.5 text-ink-soft" />
        <p className="min-w-0">
          <span className="font-semibold">{t(`states.${state}`)}</span>
          <span className="block text-sm text-ink-soft">
            {t(`stateTexts.${state}`)}
            {decidedAt && ` ${t("decidedAt", { date: dateOf(decidedAt) })}`}
          </span>
        </p>
      </div>
    </li>
  );
}
