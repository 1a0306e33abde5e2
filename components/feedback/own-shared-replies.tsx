import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { toDbDate } from "@/lib/time/local-date";
import type { OwnSharedReply } from "@/lib/diary/share-reply";
import { takeBackReplyAction } from "@/lib/diary/shared-reply-actions";

export function OwnSharedReplies({ replies }: { replies: readonly OwnSharedReply[] }) {
  const t = useTranslations("sharing.own");
  const format = useFormatter();
  if (replies.length === 0) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <ul>
      {replies.map(({ replyId, date, tone, sharedAt }) => {
        // A calendar day has no zone.
        const day = format.dateTime(toDbDate(date), { dateStyle: "long", timeZone: "UTC" });
        return (
          <li
            key={replyId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 first:pt-0"
          >
            <div>
              <Link
                href={`/diary/${date}`}
                className="inline-flex min-h-11 items-center underline underline-offset-4"
              >
                {t("line", { day, tone })}
              </Link>
              <p className="text-[0.8125rem] text-ink-faint">
                {t("since", { date: format.dateTime(sharedAt, { dateStyle: "medium", timeStyle: "short" }) })}
              </p>
            </div>
            <ActionForm action={takeBackReplyAction}>
              <input type="hidden" name="replyId" value={replyId} />
              <SubmitButton variant="secondary" aria-label={t("takeBackLabel", { day, tone })}>
                {t("takeBack")}
              </SubmitButton>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}
