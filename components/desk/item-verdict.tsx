import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { policyVersionHref } from "@/lib/moderation/policy/version-href";
import type { ItemVerdict as Verdict } from "@/lib/review/desk/item-history";
import { visibleText } from "@/lib/written-text";

/** What one verdict says, and what it rests on. */
export function ItemVerdict({
  verdict,
  now,
  nameOf,
}: {
  verdict: Verdict;
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation.verdict");
  const byT = useTranslations("moderation.by");
  const format = useFormatter();
  const category = verdict.rule ?? verdict.holdReason;
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1 text-[0.9375rem]">
      <Line name={t("decision")}>
        <span className="font-medium">{t(`decisions.${verdict.decision}`)}</span>
        {verdict.undoneAt && <span className="text-ink-faint"> · {t("undone")}</span>}
      </Line>
      {category && <Line name={t("category")}>{nameOf(category)}</Line>}
      {verdict.confidence !== null && (
        <Line name={t("confidence")}>
          {format.number(verdict.confidence, { style: "percent", maximumFractionDigits: 0 })}
        </Line>
      )}
      <Line name={t("by")}>
        {verdict.moderatorName ? <bdi>{verdict.moderatorName}</bdi> : byT(verdict.decidedBy)}
      </Line>
      {verdict.model && (
        <Line name={t("model")}>
          <span className="wrap-anywhere">{verdict.model}</span>
          {verdict.isFromCache && <span className="block text-sm text-ink-faint">{t("cached")}</span>}
        </Line>
      )}
      <Vetoes vetoes={verdict.vetoes} nameOf={nameOf} />
      <Line name={t("policy")}>
        <Link
          href={policyVersionHref(verdict.policyVersion)}
          prefetch={false}
          className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {t("policyVersion", { version: verdict.policyVersion })}
        </Link>
      </Line>
      <Evidence words={verdict.evidence} />
      {verdict.alsoBroken.map(({ rule, evidence }) => (
        <Fragment key={rule}>
          <Line name={t("category")}>{nameOf(rule)}</Line>
          <Evidence words={evidence} />
        </Fragment>
      ))}
      {verdict.note && <Line name={t("note")}>{verdict.note}</Line>}
      <Line name={t("at")}>
        <time dateTime={verdict.createdAt.toISOString()}>{format.relativeTime(verdict.createdAt, now)}</time>
      </Line>
    </dl>
  );
}

function Evidence({ words }: { words: string[] }) {
  const t = useTranslations("moderation.verdict");
  if (words.length === 0) return null;
  return (
    <Line name={t("evidence")}>
      <ul>
        {words.map((word) => (
          <li key={word} className="wrap-anywhere">
            “{visibleText(word)}”
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** Who refused consent to the model's approval, how sure of it, and why. */
function Vetoes({ vetoes, nameOf }: Pick<Verdict, "vetoes"> & { nameOf: (category: string) => string }) {
  const t = useTranslations("moderation.verdict");
  const format = useFormatter();
  return vetoes.map(({ by, score, category }) => (
    <Line key={by} name={t("veto")}>
      {t(`vetoBy.${by}`)}
      {` · ${format.number(score, { style: "percent", maximumFractionDigits: 0 })} · `}
      <span className="wrap-anywhere">{nameOf(category)}</span>
    </Line>
  ));
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
