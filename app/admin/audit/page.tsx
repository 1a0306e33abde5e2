import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilter } from "@/components/audit/audit-filter";
import { AuditLine } from "@/components/audit/audit-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { findNames } from "@/lib/account/people-data";
import { listAudit } from "@/lib/audit/audit-data";
import { auditHref, auditQuerySchema } from "@/lib/audit/audit-query";
import { requireAdmin } from "@/lib/auth/viewer";
import { findPlaceNames } from "@/lib/gym/place-names";
import { ruleTitles } from "@/lib/moderation/policy/rule-titles";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("audit");
  return { title: t("title") };
}

const isUuid = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f-]{36}$/.test(text);

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  await requireAdmin();
  const query = auditQuerySchema.parse(await searchParams);
  const { events, next } = await listAudit(query);
  const ids = [
    ...new Set(
      [
        query.person,
        ...events.flatMap(({ actorId, subjectId, data }) => [actorId, subjectId, ...Object.values(data)]),
      ].filter(isUuid),
    ),
  ];
  const [t, people, places, rules] = await Promise.all([
    getTranslations("audit"),
    findNames(ids),
    findPlaceNames(ids),
    ruleTitles(await getLocale()),
  ]);
  const { kind, person, before } = query;

  return (
    <div className="wrap grid gap-6 py-9 sm:py-14">
      <header>
        <h1 className="font-serif text-title">{t("title")}</h1>
        <p className="measure mt-1.5 text-ink-soft">{t("lead")}</p>
      </header>
      <AuditFilter query={query} personName={people.get(person)} />
      {events.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <ol className="border-t border-line">
          {events.map((event) => (
            <AuditLine key={event.seq} event={event} names={{ people, places, rules }} />
          ))}
        </ol>
      )}
      <PageLinks
        label={t("pages.label")}
        back={before ? { href: auditHref({ kind, person }), label: t("pages.first") } : null}
        next={next ? { href: auditHref({ kind, person, before: next }), label: t("pages.next") } : null}
      />
    </div>
  );
}
