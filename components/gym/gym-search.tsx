import { useLocale, useTranslations } from "next-intl";
import { inputStyles } from "@/components/ui/field";
import { SearchForm } from "@/components/ui/search-form";
import type { GymSort } from "@/lib/gym/gym-list-query";
import type { District } from "@/lib/gym/list-districts";
import { localText } from "@/lib/gym/local-text";

export function GymSearch({
  path,
  q,
  sort,
  district = "",
  districts = [],
}: {
  path: string;
  q: string;
  sort: GymSort;
  district?: string;
  districts?: District[];
}) {
  const t = useTranslations("gym.search");
  const locale = useLocale();
  return (
    <SearchForm
      action={path}
      q={q}
      values={districts.length > 0 ? { district } : {}}
      label={t("label")}
      placeholder={t("placeholder")}
      submit={t("submit")}
    >
      {districts.length > 0 && (
        <select
          name="district"
          aria-label={t("district")}
          defaultValue={district}
          className={`${inputStyles} max-sm:order-last sm:max-w-44`}
        >
          <option value="">{t("everyDistrict")}</option>
          {districts.map((one) => (
            <option key={one.district} value={one.district}>
              {localText(locale, one.district, one.districtEn)}
            </option>
          ))}
        </select>
      )}
      {sort !== "rating" && <input type="hidden" name="sort" value={sort} />}
    </SearchForm>
  );
}
