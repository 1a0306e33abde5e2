"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** Back to this very page after signing in. */
export function SignInAgain() {
  const t = useTranslations("diary");
  const here = usePathname();
  return (
    <Link
      href={`/signin?next=${encodeURIComponent(here)}`}
      className="inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
    >
      {t("signInAgain")}
    </Link>
  );
}
