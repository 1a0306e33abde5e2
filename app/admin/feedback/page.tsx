import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { SharedReplyList } from "@/components/feedback/shared-reply-list";
import { bucketsOf } from "@/components/metrics/buckets-of";
import { ThumbsChart } from "@/components/metrics/thumbs-chart";
import { Pager } from "@/components/ui/pager";
import { requireAdmin } from "@/lib/auth/viewer";
import { listSharedReplies } from "@/lib/diary/shared-reply-desk";
import { spanOf } from "@/lib/metrics/metric-range";
import { readReplyMetrics } from "@/lib/metrics/read-metrics";

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) });

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("feedback");
  return { title: t("title") };
}

export default async function FeedbackPage({ searchParams }: PageProps<"/admin/feedback">) {
  const viewer = await requireAdmin();
  const { page: asked } = querySchema.parse(await searchParams);
  const span = spanOf("month", viewer.timeZone);
  const [t, format, metrics, shared] = await Promise.all([
    getTranslations("feedback"),
    getFormatter(),
    readReplyMetrics(span),
    listSharedReplies(asked),
  ]);
  return (
    <div className="wrap grid grid-cols-1 gap-10 py-9 sm:py-14">
      <div className="measure">
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="mt-1.5 text-ink-soft">{t("lead")}</p>
      </div>
      <section aria-labelledby="thumbs" className="grid grid-cols-1 gap-5">
        <h2 id="thumbs" className="font-serif text-xl">
          {t("thumbs")}
        </h2>
        <ThumbsChart metrics={metrics} buckets={bucketsOf(span, "month", format)} />
      </section>
      <section aria-labelledby="shared" className="grid grid-cols-1 gap-4 border-t border-line pt-8">
        <div className="measure">
          <h2 id="shared" className="font-serif text-xl">
            {t("shared.title", { count: shared.count })}
          </h2>
          <p className="mt-1 text-[0.9375rem] text-ink-soft">{t("shared.lead")}</p>
        </div>
        <SharedReplyList lines={shared.lines} />
        <Pager
          page={shared.page}
          pageCount={shared.pageCount}
          hrefOf={(page) => `/admin/feedback?page=${page}#shared`}
          labels={{
            navigation: t("pages.label"),
            previous: t("pages.previous"),
            next: t("pages.next"),
          }}
        />
      </section>
    </div>
  );
}
