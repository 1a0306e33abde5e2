import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findReviewingSuspension } from "@/lib/account/people-suspension";
import type { UserId } from "@/lib/auth/user-id";
import { localText } from "@/lib/gym/local-text";
import { findRule } from "@/lib/moderation/policy/data";
import { listOwnWarnings } from "@/lib/review/warning/list-warnings";

/** The member's current warnings and suspension from reviewing, with their rules. Empty for most members. */
export async function Standing({ memberId }: { memberId: UserId }) {
  const [t, locale, format, suspension, warnings] = await Promise.all([
    getTranslations("review.standing"),
    getLocale(),
    getFormatter(),
    findReviewingSuspension(memberId),
    listOwnWarnings(memberId),
  ]);
  if (!suspension && warnings.length === 0) return null;
  const wordingOf = async (rule: string | null, version?: number) =>
    rule === null ? null : ((await findRule(rule, version))?.wording[locale] ?? null);
  const [suspendedFor, ...warnedFor] = await Promise.all([
    wordingOf(suspension?.rule ?? null),
    ...warnings.map(({ rule, policyVersion }) => wordingOf(rule, policyVersion)),
  ]);
  const date = (at: Date) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });

  return (
    <section
      id="standing"
      aria-labelledby="standing-title"
      className="grid gap-4 border-l-2 border-danger pl-4 text-[0.9375rem] sm:pl-5"
    >
      <h2 id="standing-title" className="font-semibold">
        {t("title")}
      </h2>
      {suspension && (
        <Measure wording={suspendedFor}>{t("suspended", { until: date(suspension.until) })}</Measure>
      )}
      {warnings.map(({ id, createdAt, revision }, at) => {
        const place = revision && (revision.review.trainer ?? revision.review.gym);
        return (
          <Measure key={id} wording={warnedFor[at] ?? null}>
            {place
              ? t("warned", { date: date(createdAt), place: localText(locale, place.name, place.nameEn) })
              : t("warnedForDeleted", { date: date(createdAt) })}
          </Measure>
        );
      })}
    </section>
  );
}

function Measure({
  wording,
  children,
}: {
  wording: { title: string; text: string } | null;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-1">
      <p>{children}</p>
      {wording && (
        <p className="text-ink-soft">
          <span className="font-medium text-ink">{wording.title}</span> {wording.text}
        </p>
      )}
    </div>
  );
}
