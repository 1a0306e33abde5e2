"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";

/** Shown when a form was sent after its proof had expired. */
export function NeedsProof({ anchor }: { anchor: string }) {
  const t = useTranslations("settings.proof");
  return (
    <Link
      href={`/reauth?next=${encodeURIComponent(`/settings#${anchor}`)}`}
      className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
    >
      {t("link")}
    </Link>
  );
}
