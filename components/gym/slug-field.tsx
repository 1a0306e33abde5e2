"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { TextField } from "@/components/ui/text-field";
import type { GymFormState } from "@/lib/gym/gym-schema";

/** A slug can only be chosen for a new place. Later only its `address` is shown. */
export function SlugField({ state, address }: { state: GymFormState; address: string | undefined }) {
  const t = useTranslations("adminGym");
  if (address !== undefined) {
    return (
      <p className="text-sm text-ink-faint">
        {t("fields.pageAddress")}{" "}
        <Link
          href={address}
          className="inline-flex min-h-11 items-center text-ink-soft underline underline-offset-4 wrap-anywhere hover:text-ink"
        >
          {address}
        </Link>
      </p>
    );
  }

  const error = state.fields?.slug;
  return (
    <TextField
      name="slug"
      label={t("fields.slug")}
      hint={t("fields.slugHint")}
      error={error && t(`errors.${error}`)}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={state.values?.slug}
    />
  );
}
