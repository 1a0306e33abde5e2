import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";
import type { GymSort } from "@/lib/gym/gym-list-query";

export function GymSearch({ path, q, sort }: { path: string; q: string; sort: GymSort }) {
  const t = useTranslations("gym.search");
  return (
    <SearchForm action={path} q={q} label={t("label")} placeholder={t("placeholder")} submit={t("submit")}>
      {sort !== "rating" && <input type="hidden" name="sort" value={sort} />}
    </SearchForm>
  );
}
