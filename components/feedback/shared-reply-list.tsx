import { useFormatter, useTranslations } from "next-intl";
import type { SharedReplyLine } from "@/lib/diary/shared-reply-desk";

/** The texts are on separate pages. */
export function SharedReplyList({ lines }: { lines: readonly SharedReplyLine[] }) {
  const t = useTranslations("feedback.shared");
  const format = useFormatter();
  if (lines.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ul className="measure">
      {lines.map(({ replyId, tone, sharedAt }) => (
        <li key={replyId} className="border-b border-line">
          {/* Not Next's Link, which would prefetch the page: opening one is recorded in the audit log. */}
          <a
            href={`/admin/feedback/${replyId}`}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 py-2 hover:bg-sunk"
          >
            <span className={`font-medium ${tone === "T" ? "text-tone-t" : "text-tone-f"}`}>
              {t("line", { tone })}
            </span>
            <time dateTime={sharedAt.toISOString()} className="text-sm text-ink-soft">
              {format.dateTime(sharedAt, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </a>
        </li>
      ))}
    </ul>
  );
}
