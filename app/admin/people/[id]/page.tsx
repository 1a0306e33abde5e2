import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { MemberRecord } from "@/components/people/member-record";
import { PersonBadges } from "@/components/people/person-badges";
import { RoleForm } from "@/components/people/role-form";
import { AccountSuspension } from "@/components/people/account-suspension";
import { MemberNotes } from "@/components/people/notes/member-notes";
import { Suspension } from "@/components/people/suspension";
import { Warnings } from "@/components/people/warnings/warnings";
import { ClientMessages } from "@/components/shell/client-messages";
import { BackLink } from "@/components/ui/back-link";
import { listMemberNotes } from "@/lib/account/member-note/data";
import { findPerson } from "@/lib/account/people-data";
import { findSuspension } from "@/lib/account/suspension";
import { auditHref } from "@/lib/audit/audit-query";
import { requireAdmin } from "@/lib/auth/viewer";
import { localDate } from "@/lib/time/local-date";
import { activeRules } from "@/lib/moderation/policy/rules";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { ruleTitles } from "@/lib/moderation/policy/rule-titles";
import { findMemberRecord } from "@/lib/review/desk/member-record";
import { listWarnings } from "@/lib/review/warning/list-warnings";

type Props = PageProps<"/admin/people/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireAdmin();
  const person = await findPerson((await params).id);
  return { title: person?.name ?? notFound() };
}

export default async function PersonPage({ params }: Props) {
  const viewer = await requireAdmin();
  const person = await findPerson((await params).id);
  if (!person) notFound();

  const locale = await getLocale();
  const [t, measuresT, format, record, titles, policy, suspension, warnings, notes] = await Promise.all([
    getTranslations("people"),
    getTranslations("measures"),
    getFormatter(),
    findMemberRecord(person.id),
    ruleTitles(locale),
    currentPolicy(),
    findSuspension(person.id),
    listWarnings(person.id),
    listMemberNotes(viewer, person.id),
  ]);
  const rules = activeRules(policy).map(({ id, wording }) => ({ id, title: wording[locale].title }));
  const isOwn = person.id === viewer.id;

  return (
    <div className="wrap grid gap-9 py-6 sm:py-10">
      <header>
        <BackLink href="/admin/people">{t("title")}</BackLink>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="font-serif text-title wrap-anywhere">
            <bdi>{person.name}</bdi>
          </h1>
          <PersonBadges person={person} />
        </div>
        <p className="mt-1 wrap-anywhere text-ink-soft">{person.email ?? t("noEmail")}</p>
        <p className="text-sm text-ink-faint">
          {t("joined", { date: format.dateTime(person.createdAt, { dateStyle: "long" }) })}
          {" · "}
          <Link
            href={auditHref({ person: person.id })}
            className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink"
          >
            {t("toAudit")}
          </Link>
        </p>
      </header>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] lg:gap-16">
        <ClientMessages namespaces={["people", "measures"]}>
          <div className="grid content-start gap-10 lg:order-last">
            <RoleForm person={person} isOwn={isOwn} />
            {suspension && <AccountSuspension suspension={suspension} />}
            <Suspension person={person} isOwn={isOwn} today={localDate(viewer.timeZone)} rules={rules} />
            <section aria-labelledby="warnings" className="grid content-start gap-3">
              <h2 id="warnings" className="font-serif text-lg">
                {measuresT("warnings.title")}
              </h2>
              <Warnings warnings={warnings} titleOf={(rule) => titles.get(rule) ?? rule} />
            </section>
            {!isOwn && (
              <section aria-labelledby="notes" className="grid content-start gap-3">
                <h2 id="notes" className="font-serif text-lg">
                  {measuresT("notes.title")}
                </h2>
                <MemberNotes memberId={person.id} notes={notes} />
              </section>
            )}
          </div>
        </ClientMessages>
        <MemberRecord record={record} ruleTitles={titles} isOfTeam={person.role !== "MEMBER"} />
      </div>
    </div>
  );
}
