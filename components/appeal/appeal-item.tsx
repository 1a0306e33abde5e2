import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import Link from "next/link";
import { textLang } from "@/components/ui/text-lang";
import { subjectName } from "@/lib/gym/subject-name";
import { findRule } from "@/lib/moderation/policy/data";
import type { AppealRow } from "@/lib/review/appeal/queue";

export async function AppealItem({ appeal }: { appeal: AppealRow }) {
  const { id, text, authorName, createdAt, rule: ruleId, policyVersion } = appeal;
  const [t, locale, format, now, rule] = await Promise.all([
    getTranslations("appeal"),
    getLocale(),
    getFormatter(),
    getNow(),
    ruleId === null ? null : findRule(ruleId, policyVersion),
  ]);
  const isAnswered = appeal.lastMessageBy === "AUTHOR";
  return (
    <li className="relative grid gap-1.5 border-b border-line px-4 py-4.5 transition-colors last:border-0 hover:bg-sunk sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <h2 className="font-medium wrap-anywhere">
          <Link href={`/admin/appeals/${id}`} className="-outline-offset-2 after:absolute after:inset-0">
            {subjectName(locale, appeal)}
          </Link>
        </h2>
        <time
          dateTime={createdAt.toISOString()}
          title={format.dateTime(createdAt, { dateStyle: "long", timeStyle: "short" })}
          className="text-sm text-ink-faint"
        >
          {format.relativeTime(createdAt, now)}
        </time>
      </div>
      <p className="text-sm text-ink-soft">
        <bdi className="wrap-anywhere">{authorName}</bdi>
        {" · "}
        {rule?.wording[locale].title ?? t("unknownRule")}
        {" · "}
        {t(`firstBy.${appeal.decidedBy}`, { name: appeal.moderatorName ?? t("formerModerator") })}
      </p>
      <p lang={textLang(text)} dir="auto" className="line-clamp-2 leading-relaxed wrap-anywhere">
        {text}
      </p>
      {appeal.outcome ? (
        <p className="text-sm font-medium text-ink-soft">{t(`outcomes.${appeal.outcome}`)}</p>
      ) : (
        appeal.lastMessageBy && (
          <p className={`text-sm font-medium ${isAnswered ? "text-tone-t" : "text-ink-soft"}`}>
            {t(isAnswered ? "hasAnswer" : "waitsForAuthor")}
          </p>
        )
      )}
    </li>
  );
}
