import type { Metadata } from "next";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { AppealItem } from "@/components/appeal/appeal-item";
import { LiveAppeals } from "@/components/appeal/live-appeals";
import { ChipLinks } from "@/components/ui/chip-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { requireModerator } from "@/lib/auth/viewer";
import { countOpenAppeals, listAppeals } from "@/lib/review/appeal/queue";
import { appealQuerySchema, appealStates, appealsHref } from "@/lib/review/appeal/queue-query";

export async function generateMetadata(): Promise<Metadata> {
  await requireModerator();
  const t = await getTranslations("appeal");
  return { title: t("title") };
}

export default async function AppealsPage({ searchParams }: PageProps<"/admin/appeals">) {
  await requireModerator();
  const { state, after } = appealQuerySchema.parse(await searchParams);
  const [t, format, now, { appeals, next }, open] = await Promise.all([
    getTranslations("appeal"),
    getFormatter(),
    getNow(),
    listAppeals({ state, after }),
    countOpenAppeals(),
  ]);

  return (
    <div className="wrap grid gap-6 py-9 sm:py-14">
      <header>
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="mt-1.5 text-ink-soft">
          {open.oldest
            ? t("waiting", { count: open.count, since: format.relativeTime(open.oldest, now) })
            : t("noneWaiting")}
        </p>
      </header>
      <ChipLinks
        label={t("states.label")}
        chips={appealStates.map((one) => ({
          href: appealsHref({ state: one }),
          label: t(`states.${one}`),
          isCurrent: one === state,
        }))}
      />
      {appeals.length > 0 ? (
        <ul className="overflow-hidden rounded-sheet border border-line bg-sheet shadow-sheet">
          {appeals.map((appeal) => (
            <AppealItem key={appeal.id} appeal={appeal} />
          ))}
        </ul>
      ) : (
        <EmptyState title={t(`empty.${state}`)} />
      )}
      <LiveAppeals revisionIds={appeals.map(({ revisionId }) => revisionId)} hasList />
      <PageLinks
        label={t("pages.label")}
        back={after ? { href: appealsHref({ state }), label: t("pages.first") } : null}
        next={next ? { href: appealsHref({ state, after: next }), label: t("pages.next") } : null}
      />
    </div>
  );
}
