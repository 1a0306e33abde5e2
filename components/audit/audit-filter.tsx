import { useTranslations } from "next-intl";
import Form from "next/form";
import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { SelectField } from "@/components/ui/select-field";
import { auditHref, auditKinds, type AuditQuery } from "@/lib/audit/audit-query";

/** A GET form. `personName`: undefined when that person's account is deleted. */
export function AuditFilter({ query, personName }: { query: AuditQuery; personName: string | undefined }) {
  const t = useTranslations("audit");
  const { kind, person } = query;
  return (
    <div className="grid gap-2">
      <Form action="/admin/audit" className="flex flex-wrap items-end gap-2">
        {person && <input type="hidden" name="person" value={person} />}
        <div className="min-w-0 flex-[0_1_22rem]">
          <SelectField key={kind} name="kind" label={t("filter.kind")} defaultValue={kind}>
            <option value="">{t("filter.all")}</option>
            {auditKinds.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <button className={buttonStyles({ variant: "secondary", className: "min-h-12" })}>
          {t("filter.submit")}
        </button>
      </Form>
      {person && (
        <p className="text-[0.9375rem] text-ink-soft">
          {t("filter.person", { name: personName ?? t("subjects.formerMember") })}{" "}
          <Link
            href={auditHref({ kind })}
            className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink"
          >
            {t("filter.everyone")}
          </Link>
        </p>
      )}
    </div>
  );
}
