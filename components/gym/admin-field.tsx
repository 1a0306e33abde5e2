"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";
import type { GymFormState } from "@/lib/gym/gym-schema";

type FieldName =
  | "name"
  | "nameEn"
  | "district"
  | "districtEn"
  | "address"
  | "addressEn"
  | "nearby"
  | "nearbyEn"
  | "specialty"
  | "specialtyEn";

/** Shows the last input, else the saved value. */
export function AdminField({
  name,
  hint,
  isRequired = false,
  state,
  values,
}: {
  name: FieldName;
  hint?: string;
  isRequired?: boolean;
  state: GymFormState;
  values: Record<string, string | null>;
}) {
  const t = useTranslations("adminGym");
  const error = state.fields?.[name];
  return (
    <TextField
      name={name}
      label={t(`fields.${name}`)}
      hint={hint}
      error={error && t(`errors.${error}`)}
      required={isRequired}
      lang={name.endsWith("En") ? "en" : "ko"}
      autoComplete="off"
      defaultValue={state.values?.[name] ?? values[name] ?? undefined}
    />
  );
}
