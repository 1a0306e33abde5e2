import { useTranslations } from "next-intl";
import Form from "next/form";
import { buttonStyles } from "@/components/ui/button-styles";
import { inputStyles } from "@/components/ui/field";
import type { GymSort } from "@/lib/gym/gym-list-query";

/** A plain form that asks with its address: a search can be kept, shared and made without script. */
export function GymSearch({ path, q, sort }: { path: string; q: string; sort: GymSort }) {
  const t = useTranslations("gym.search");
  return (
    // The field is made anew for another search, so that going back brings back its words.
    <Form key={q} action={path} role="search" className="flex gap-2">
      <label htmlFor="gym-search" className="sr-only">
        {t("label")}
      </label>
      <input
        id="gym-search"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={60}
        placeholder={t("placeholder")}
        // Else the browser, going back, would fill in what was typed last.
        autoComplete="off"
        enterKeyHint="search"
        className={`${inputStyles} min-w-0`}
      />
      {sort !== "rating" && <input type="hidden" name="sort" value={sort} />}
      <button className={buttonStyles({ className: "min-h-12" })}>{t("submit")}</button>
    </Form>
  );
}
