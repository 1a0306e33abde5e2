import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { textLang } from "@/components/ui/text-lang";
import type { ItemAppeal, ItemReport } from "@/lib/review/desk/item-history";
import { ItemSection } from "./item-section";

/** What members say against it, and what its author says against the decision. */
export function ItemReports({
  reports,
  appeal,
  now,
  nameOf,
}: {
  reports: ItemReport[];
  appeal: ItemAppeal | null;
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  return (
    <>
      {reports.length > 0 && (
        <ItemSection id="reports-title" title={t("reports.title", { count: reports.length })}>
          <ul className="grid gap-3">
            {reports.map((report) => (
              <li key={report.id} className="text-[0.9375rem]">
                <p className="font-medium">
                  {nameOf(report.reason)}
                  {report.outcome && (
                    <span className="font-normal text-ink-faint"> · {t(`reports.${report.outcome}`)}</span>
                  )}
                  {report.isAboutEarlier && (
                    <span className="font-normal text-ink-faint"> · {t("reports.aboutEarlier")}</span>
                  )}
                  {!report.counts && (
                    <span className="font-normal text-ink-faint"> · {t("reports.doesNotCount")}</span>
                  )}
                </p>
                {report.text && (
                  <p
                    lang={textLang(report.text)}
                    dir="auto"
                    className="leading-relaxed whitespace-pre-line wrap-anywhere"
                  >
                    {report.text}
                  </p>
                )}
                <p className="text-sm text-ink-faint">
                  {t("reports.by", {
                    name: report.reporterName,
                    age: format.relativeTime(report.createdAt, now),
                  })}
                  {report.upheld + report.dismissed > 0 &&
                    ` · ${t("reports.standing", { upheld: report.upheld, dismissed: report.dismissed })}`}
                </p>
              </li>
            ))}
          </ul>
        </ItemSection>
      )}
      {appeal && (
        <ItemSection id="appeal-title" title={t("appeal.title")}>
          <p
            lang={textLang(appeal.text)}
            dir="auto"
            className="text-[0.9375rem] leading-relaxed whitespace-pre-line wrap-anywhere"
          >
            {appeal.text}
          </p>
          <p className="text-sm text-ink-faint">
            {t(`appeal.${appeal.outcome ?? appeal.lastMessageBy ?? "open"}`)} ·{" "}
            {format.relativeTime(appeal.createdAt, now)}
          </p>
          <p>
            <Link
              href={`/admin/appeals/${appeal.id}`}
              className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
            >
              {t("item.openAppeal")}
            </Link>
          </p>
        </ItemSection>
      )}
    </>
  );
}
