import { useTranslations } from "next-intl";
import Form from "next/form";
import { buttonStyles } from "@/components/ui/button-styles";
import { inputStyles } from "@/components/ui/field";
import type { PeopleGroup } from "@/lib/account/people-query";

/** A plain form that asks with its address, as the search for gyms does. */
export function PeopleSearch({ q, group }: { q: string; group: PeopleGroup }) {
  const t = useTranslations("people.search");
  return (
    <Form key={q} action="/admin/people" role="search" className="flex gap-2">
      <label htmlFor="people-search" className="sr-only">
        {t("label")}
      </label>
      <input
        id="people-search"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={60}
        placeholder={t("label")}
        autoComplete="off"
        enterKeyHint="search"
        className={`${inputStyles} min-w-0`}
      />
      {group !== "everyone" && <input type="hidden" name="group" value={group} />}
      <button className={buttonStyles({ className: "min-h-12" })}>{t("submit")}</button>
    </Form>
  );
}
