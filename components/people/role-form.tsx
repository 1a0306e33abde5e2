import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { changeRoleAction } from "@/lib/account/people-actions";
import type { Person } from "@/lib/account/people-data";

/** Nobody changes their own role. */
export function RoleForm({ person, isOwn }: { person: Person; isOwn: boolean }) {
  const t = useTranslations("people.role");
  const roles = useTranslations("people.roles");
  const next = person.role === "MEMBER" ? "MODERATOR" : "MEMBER";
  return (
    <section aria-labelledby="role" className="grid content-start gap-3">
      <h2 id="role" className="font-serif text-lg">
        {t("title")}
      </h2>
      <p role="status">
        <strong className="font-medium">{roles(person.role)}</strong>{" "}
        <span className="text-ink-soft">{t(`may.${person.role}`)}</span>
      </p>
      {isOwn ? (
        <p className="text-sm text-ink-faint">{t("own")}</p>
      ) : (
        <ActionForm action={changeRoleAction}>
          <input type="hidden" name="memberId" value={person.id} />
          <input type="hidden" name="role" value={next} />
          <SubmitButton variant={next === "MEMBER" ? "danger" : "secondary"}>
            {t(`change.${person.role}`)}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
