import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { LocalText } from "@/components/gym/local-text";
import type { AuditEvent } from "@/lib/audit/audit-data";
import { auditSubjects } from "@/lib/audit/audit-query";
import type { PlaceName } from "@/lib/gym/place-names";
import { policyVersionHref } from "@/lib/moderation/policy/version-href";
import { queueHref } from "@/lib/review/desk/queue-query";

/** Names of the ids in entries; a deleted row has none. */
export type AuditNames = {
  people: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, PlaceName>;
  rules: ReadonlyMap<string, string>;
};

export function AuditSubject({ event, names }: { event: AuditEvent; names: AuditNames }) {
  const t = useTranslations("audit.subjects");
  const id = event.subjectId;
  if (id === null) return null;
  switch (auditSubjects[event.kind]) {
    case "revision":
      return <SubjectLink href={queueHref({ item: id })}>{t("revision")}</SubjectLink>;
    case "member":
      return <PersonName id={id} names={names} />;
    case "gym":
    case "trainer":
      return <PlaceLink id={id} names={names} gone={"slug" in event.data ? event.data.slug : t("gone")} />;
    case "policy":
      return <SubjectLink href={policyVersionHref(id)}>{t("policy", { version: id })}</SubjectLink>;
    case "policyRun":
      return <SubjectLink href={`/admin/policy/runs/${id}`}>{t("policyRun")}</SubjectLink>;
    case "reply":
      return <SubjectLink href={`/admin/feedback/${id}`}>{t("reply")}</SubjectLink>;
    case "suggestion":
      return null;
  }
}

/** A deleted member has no page. */
export function PersonName({ id, names }: { id: string; names: AuditNames }) {
  const t = useTranslations("audit.subjects");
  const name = names.people.get(id);
  if (name === undefined) return <span className="text-ink-faint">{t("formerMember")}</span>;
  return (
    <SubjectLink href={`/admin/people/${id}`}>
      <bdi>{name}</bdi>
    </SubjectLink>
  );
}

/** `gone`: the text for a deleted gym or trainer. */
export function PlaceLink({ id, names, gone }: { id: string; names: AuditNames; gone: ReactNode }) {
  const place = names.places.get(id);
  if (!place) return <span className="font-medium">{gone}</span>;
  return (
    <SubjectLink href={place.adminPath}>
      <LocalText ko={place.name} en={place.nameEn} />
    </SubjectLink>
  );
}

/** Not prefetched: few links of a page are followed, and opening a shared reply adds an entry to the log. */
function SubjectLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-medium underline decoration-line-strong underline-offset-4 hover:decoration-current"
    >
      {children}
    </Link>
  );
}
