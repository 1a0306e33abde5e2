import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Policy } from "@/lib/moderation/policy/rules";
import { noticeLink } from "@/lib/notice/notice-link";
import type { Notice, NoticeContent, NoticeKind } from "@/lib/notice/schema";
import { localText } from "@/lib/gym/local-text";
import { NewMark } from "./new-mark";

const icons: Record<NoticeKind, IconName> = {
  REVIEW_APPROVED: "check",
  REVIEW_REJECTED: "warning",
  REVIEW_HELD: "eye",
  REVIEW_DELAYED: "refresh",
  APPEAL_ASKED: "person",
  APPEAL_DECIDED: "person",
  REPLY_FINISHED: "moon",
  SORA_WORKS_AGAIN: "moon",
  NEW_SIGN_IN: "person",
  REPORT_DECIDED: "eye",
  ACCOUNT_SUSPENDED: "warning",
  STANDING_CHANGED: "warning",
  ACCOUNT_CHANGED: "warning",
};

export function NoticeRow({ notice, policy }: { notice: Notice; policy: Policy }) {
  const t = useTranslations("notice");
  const format = useFormatter();
  const { id, kind, createdAt, isRead } = notice;

  return (
    <li className="border-b border-line last:border-0">
      <Link
        href={noticeLink(notice)}
        className="grid grid-cols-[auto_1fr_auto] items-start gap-x-3.5 px-4 py-4 -outline-offset-2 transition-colors hover:bg-sunk sm:px-5"
      >
        <Icon name={icons[kind]} className="mt-0.5 size-5 text-ink-faint" />
        <span className="min-w-0">
          <span className="block leading-relaxed wrap-anywhere">{useSentence(notice, policy)}</span>
          <span className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-faint">
            <time dateTime={createdAt.toISOString()}>
              {format.dateTime(createdAt, {
                month: "long",
                day: "numeric",
                weekday: "short",
                hour: "numeric",
                minute: "2-digit",
              })}
            </time>
            <span className="text-ink-soft underline underline-offset-4">
              {t(`follow.${followOf(notice)}`)}
            </span>
          </span>
        </span>
        <NewMark key={id} isUnread={!isRead} label={t("unread")} />
      </Link>
    </li>
  );
}

function followOf({ kind }: NoticeContent) {
  if (kind === "REPLY_FINISHED") return "diary";
  if (kind === "SORA_WORKS_AGAIN") return "page";
  if (kind === "REPORT_DECIDED") return "reports";
  if (kind === "ACCOUNT_SUSPENDED" || kind === "STANDING_CHANGED") return "suspension";
  if (kind === "NEW_SIGN_IN" || kind === "ACCOUNT_CHANGED") return "security";
  if (kind === "APPEAL_ASKED") return "question";
  return kind === "REVIEW_APPROVED" ? "gym" : "reviews";
}

function useSentence(notice: NoticeContent, policy: Policy): string {
  const t = useTranslations("notice");
  const format = useFormatter();
  const locale = useLocale();

  if (notice.kind === "REPLY_FINISHED" || notice.kind === "SORA_WORKS_AGAIN") {
    // A diary day is the same date in every time zone.
    const date = format.dateTime(new Date(notice.data.date), {
      timeZone: "UTC",
      month: "long",
      day: "numeric",
      weekday: "long",
    });
    return t(`kinds.${notice.kind}`, { date });
  }
  if (notice.kind === "NEW_SIGN_IN")
    return t("kinds.NEW_SIGN_IN", { device: notice.data.device || t("unknownDevice") });
  if (notice.kind === "ACCOUNT_SUSPENDED") return t(`kinds.ACCOUNT_${notice.data.event}`);
  if (notice.kind === "STANDING_CHANGED") {
    const { event, rule, until } = notice.data;
    const wording = policy.rules.find(({ id }) => id === rule)?.wording[locale];
    return t(`kinds.${event}`, {
      reason: wording ? `${wording.title}. ${wording.text}` : rule ? t("someRule") : "none",
      until: until ? format.dateTime(new Date(until), { dateStyle: "long", timeStyle: "short" }) : "",
    });
  }
  if (notice.kind === "ACCOUNT_CHANGED") return t(`kinds.${notice.data.event}`);
  const { data } = notice;
  const gym = localText(locale, data.gym.name, data.gym.nameEn);
  const trainer = data.trainer && localText(locale, data.trainer.name, data.trainer.nameEn);
  const about = trainer ? t("aboutTrainer", { gym, trainer }) : t("about", { gym });
  switch (notice.kind) {
    case "REPORT_DECIDED":
      return t(`kinds.REPORT_${notice.data.outcome}`, { about });
    case "APPEAL_DECIDED":
      return t(`kinds.APPEAL_${notice.data.outcome}`, { about });
    case "REVIEW_REJECTED": {
      const rule = policy.rules.find(({ id }) => id === notice.data.rule);
      const reason = rule?.wording[locale].title ?? t("unknownRule");
      return t(notice.data.wasPublished ? "kinds.REVIEW_TAKEN_DOWN" : "kinds.REVIEW_REJECTED", {
        about,
        reason,
      });
    }
    case "REVIEW_HELD":
      return t(notice.data.wasPublished ? "kinds.REVIEW_HIDDEN" : "kinds.REVIEW_HELD", { about });
    default:
      return t(`kinds.${notice.kind}`, { about });
  }
}
