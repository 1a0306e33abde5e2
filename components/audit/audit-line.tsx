import { useFormatter, useTranslations } from "next-intl";
import type { AuditEvent } from "@/lib/audit/audit-data";
import { AuditSubject, PersonName, PlaceLink, type AuditNames } from "./audit-subject";

export function AuditLine({ event, names }: { event: AuditEvent; names: AuditNames }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const words = useWords(event, names);
  const { seq, at, kind, actorId, data } = event;
  return (
    <li className="grid gap-x-5 gap-y-1 border-b border-line py-3.5 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      <span className="text-sm text-ink-faint tabular-nums max-sm:hidden">#{seq}</span>
      <p className="leading-relaxed wrap-anywhere">
        {t.rich(`events.${kind}`, {
          ...words,
          actor: () => (actorId ? <PersonName id={actorId} names={names} /> : t("subjects.server")),
          subject: () => <AuditSubject event={event} names={names} />,
          into: () =>
            "intoId" in data && <PlaceLink id={data.intoId} names={names} gone={t("subjects.gone")} />,
        })}
      </p>
      <p className="text-sm text-ink-faint">
        <span className="tabular-nums sm:hidden">#{seq} · </span>
        <time dateTime={at.toISOString()}>
          {format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" })}
        </time>
      </p>
    </li>
  );
}

function useWords({ data }: AuditEvent, { rules }: AuditNames): Record<string, string | number> {
  const fields = useTranslations("audit.fields");
  const format = useFormatter();
  const wordOf = (name: string, value: unknown): string | number => {
    if (typeof value === "number") return value;
    if (typeof value !== "string") return "none";
    // The writer of the entry stores only names of fields.
    if (name === "fields") return fields(value as Parameters<typeof fields>[0]);
    if (name === "rule" || name === "rules") return rules.get(value) ?? value;
    return isMoment(value)
      ? format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short" })
      : value;
  };
  const words = Object.entries<unknown>(data).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((one) => wordOf(name, one)).join(", ") || "none" : wordOf(name, value),
  ]);
  // Entries of earlier releases name no rule where later ones do.
  return { rule: "none", ...Object.fromEntries(words) };
}

const isMoment = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
