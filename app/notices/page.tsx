import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepNoticesRead } from "@/components/notice/keep-notices-read";
import { NoticeRow } from "@/components/notice/notice-row";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { requireReader } from "@/lib/auth/viewer";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { listNotices } from "@/lib/notice/notice-data";
import { noticeIdSchema } from "@/lib/notice/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notice");
  return { title: t("title") };
}

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const viewer = await requireReader();
  const before = noticeIdSchema.safeParse((await searchParams).before).data;
  const [t, { notices, nextBefore }, policy] = await Promise.all([
    getTranslations("notice"),
    listNotices({ memberId: viewer.id, before }),
    currentPolicy(),
  ]);

  return (
    <div className="wrap py-10 sm:py-14">
      <div className="mx-auto max-w-160">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="mt-1.5 mb-6 text-sm leading-relaxed text-ink-faint">{t("lead")}</p>
        <KeepNoticesRead memberId={viewer.id} upTo={notices[0]?.id ?? null} />
        {notices.length > 0 ? (
          <ul className="overflow-hidden rounded-sheet border border-line bg-sheet shadow-sheet">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} policy={policy} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
        )}
        <PageLinks
          className="mt-4"
          label={t("pages")}
          back={before ? { href: "/notices", label: t("newest") } : null}
          next={nextBefore ? { href: `/notices?before=${nextBefore}`, label: t("older") } : null}
        />
      </div>
    </div>
  );
}
