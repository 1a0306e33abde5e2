import { useTranslations } from "next-intl";
import type { findSuspension } from "@/lib/account/suspension";

type Found = NonNullable<Awaited<ReturnType<typeof findSuspension>>>;

/** Decided on the server (npm run suspend). */
export function AccountSuspension({ suspension: { reason, appeal } }: { suspension: Found }) {
  const t = useTranslations("suspended");
  return (
    <section aria-labelledby="account-suspension" className="grid content-start gap-3">
      <h2 id="account-suspension" className="font-serif text-lg">
        {t("admin")}
      </h2>
      <p className="wrap-anywhere whitespace-pre-line">
        {`${t("reason")}: `}
        <bdi>{reason ?? t("noReason")}</bdi>
      </p>
      {appeal && (
        <blockquote dir="auto" className="border-l border-line-strong pl-4 wrap-anywhere whitespace-pre-line">
          {appeal.text}
        </blockquote>
      )}
      {appeal?.answer && (
        <p className="wrap-anywhere whitespace-pre-line">
          {`${t("answer")}: `}
          <bdi>{appeal.answer}</bdi>
        </p>
      )}
    </section>
  );
}
