"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";

export type Subject = {
  /** A trainer's slug, or "" for the gym itself. */
  slug: string;
  name: string;
  isReviewed: boolean;
};

/** An edit's place is fixed. */
export function SubjectField({
  subjects,
  defaultValue,
  isFixed,
}: {
  subjects: Subject[];
  defaultValue: string;
  isFixed: boolean;
}) {
  const t = useTranslations("review.form");
  if (isFixed) return <input type="hidden" name="trainer" value={defaultValue} />;

  return (
    <SelectField name="trainer" label={t("about")} defaultValue={defaultValue}>
      {subjects.map(({ slug, name, isReviewed }) => (
        <option key={slug} value={slug} disabled={isReviewed}>
          {isReviewed ? t("alreadyReviewed", { name }) : name}
        </option>
      ))}
    </SelectField>
  );
}
