"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";

/** The way on from a form that was sent after its proof had run out. */
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
