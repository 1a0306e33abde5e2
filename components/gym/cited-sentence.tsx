import { useTranslations } from "next-intl";
import Link from "next/link";
import { NoticeBox } from "@/components/ui/notice-box";

/** Above a list of cited reviews: the summary's sentence, and the link to all reviews. */
export function CitedSentence({
  sentence,
  isGone,
  count,
  allHref,
}: {
  sentence: string | null;
  /** The requested sentence is no longer in the summary. */
  isGone: boolean;
  count: number;
  allHref: string;
}) {
  const t = useTranslations("gym.summary");
  if (isGone) return <NoticeBox>{t("sentenceGone")}</NoticeBox>;
  if (!sentence) return null;
  return (
    <div className="mb-3 measure rounded-control bg-sunk px-4 py-3">
      <p className="text-sm text-ink-faint">{t("restsOn", { count })}</p>
      <blockquote className="mt-1 leading-[1.7]">{sentence}</blockquote>
      <Link
        href={allHref}
        className="-mb-2 inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4 hover:text-ink"
      >
        {t("showAllReviews")}
      </Link>
    </div>
  );
}
