import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OwnReport } from "@/components/report/own-report";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeBox } from "@/components/ui/notice-box";
import { PageLinks } from "@/components/ui/page-links";
import { requireViewer } from "@/lib/auth/viewer";
import { listOwnReports } from "@/lib/review/report/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("report.list");
  return { title: t("title") };
}

export default async function OwnReportsPage({ searchParams }: PageProps<"/me/reports">) {
  const viewer = await requireViewer();
  const { before: asked, sent } = await searchParams;
  const before = z.guid().safeParse(asked).data;
  const [t, { reports, nextBefore }] = await Promise.all([
    getTranslations("report.list"),
    listOwnReports({ reporterId: viewer.id, before }),
  ]);

  return (
    <div className="wrap py-10 sm:py-14">
      <div className="measure mx-auto grid gap-6">
        <header>
          <h1 className="font-serif text-title">{t("title")}</h1>
          {reports.length > 0 && <p className="mt-1.5 text-ink-soft">{t("lead")}</p>}
        </header>
        {reports.some(({ id }) => id === sent) && <NoticeBox kind="done">{t("thanks")}</NoticeBox>}
        {reports.length > 0 ? (
          <ul className="overflow-hidden rounded-sheet border border-line bg-sheet shadow-sheet">
            {reports.map((report) => (
              <OwnReport key={report.id} report={report} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
        )}
        <PageLinks
          label={t("pages")}
          back={before ? { href: "/me/reports", label: t("newest") } : null}
          next={nextBefore ? { href: `/me/reports?before=${nextBefore}`, label: t("older") } : null}
        />
      </div>
    </div>
  );
}
