import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import { textLang } from "@/components/ui/text-lang";
import { findRule } from "@/lib/moderation/policy/data";
import type { OwnReview } from "@/lib/review/own-reviews";
import { visibleText } from "@/lib/written-text";

export async function RejectionReasons({
  reasons,
  decidedAt,
  canAppeal,
}: {
  reasons: NonNullable<OwnReview["reasons"]>;
  decidedAt: Date | null;
  canAppeal: boolean;
}) {
  const broken = [reasons, ...reasons.alsoBroken];
  const [t, locale, format, ...rules] = await Promise.all([
    getTranslations("review.reasons"),
    getLocale(),
    getFormatter(),
    ...broken.map(({ rule }) => (rule === null ? null : findRule(rule, reasons.policyVersion))),
  ]);

  return (
    <div className="grid gap-3.5 border-l-2 border-danger pl-4 text-[0.9375rem] sm:pl-5">
      <p className="font-semibold">{t("title")}</p>
      <dl className="grid gap-3">
        {broken.map(({ rule, evidence }, at) => {
          const wording = rules[at]?.wording[locale];
          return (
            <Fragment key={rule}>
              <Reason name={t(at === 0 ? "rule" : "alsoRule")}>
                <span className="font-medium">{wording?.title ?? t("unknownRule")}</span>
                {wording && <span className="block text-ink-soft">{wording.text}</span>}
              </Reason>
              <Reason name={t("evidence")}>
                {evidence.length === 0 && t(`unquoted.${unquotedKey(rule)}`)}
                <ul className="grid gap-1 empty:hidden">
                  {evidence.map((words) => (
                    <li key={words} className="wrap-anywhere">
                      “{visibleText(words)}”
                    </li>
                  ))}
                </ul>
              </Reason>
            </Fragment>
          );
        })}
        <Reason name={t("decidedBy")}>
          {t(reasons.decidedBy)}
          {decidedAt && (
            <>
              {" "}
              <time dateTime={decidedAt.toISOString()} className="text-ink-soft">
                {t("decidedAt", {
                  date: format.dateTime(decidedAt, { dateStyle: "long", timeStyle: "short" }),
                })}
              </time>
            </>
          )}
        </Reason>
        {reasons.note && (
          <Reason name={t("note")}>
            <span lang={textLang(reasons.note)} dir="auto">
              {reasons.note}
            </span>
          </Reason>
        )}
      </dl>
      <p className="text-sm text-ink-soft">{t(canAppeal ? "next" : "nextAppealed")}</p>
    </div>
  );
}

/** Rules with a specific sentence for a rejection without quotations. The others share one. */
const rulesWithSentence = [
  "profanity",
  "harassment",
  "hate",
  "sexual",
  "threat",
  "personal-information",
  "unproven-accusation",
  "advertising",
  "off-topic",
  "fake",
  "illegal-substances",
] as const;

const unquotedKey = (rule: string | null) => rulesWithSentence.find((id) => id === rule) ?? "any";

function Reason({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[9rem_1fr] sm:gap-4">
      <dt className="text-sm text-ink-faint sm:pt-px">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
