import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SharedText } from "@/components/feedback/shared-text";
import { BackLink } from "@/components/ui/back-link";
import { requireAdmin } from "@/lib/auth/viewer";
import { replyIdSchema } from "@/lib/diary/schema";
import { readSharedReply } from "@/lib/diary/shared-reply-desk";

export async function generateMetadata(): Promise<Metadata> {
  await requireAdmin();
  const t = await getTranslations("feedback");
  return { title: t("one.title") };
}

export default async function SharedReplyPage({ params }: PageProps<"/admin/feedback/[id]">) {
  const viewer = await requireAdmin();
  const replyId = replyIdSchema.safeParse((await params).id);
  const shared = replyId.success && (await readSharedReply({ adminId: viewer.id, replyId: replyId.data }));
  if (!shared) notFound();

  const [t, format] = await Promise.all([getTranslations("feedback"), getFormatter()]);
  const { tone, sharedAt, entry, reply } = shared;
  return (
    <div className="wrap py-6 sm:py-10">
      <BackLink href="/admin/feedback">{t("title")}</BackLink>
      <h1 className="mt-1 font-serif text-title">{t("one.title")}</h1>
      <p className="mt-1.5 mb-6 text-sm text-ink-soft">
        {t("one.lead", { date: format.dateTime(sharedAt, { dateStyle: "long", timeStyle: "short" }) })}
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <SharedText id="entry" title={t("one.entry")} text={entry ?? t("one.damaged")} />
        <SharedText
          id="reply"
          title={t("one.reply", { tone })}
          text={reply ?? t("one.damaged")}
          tone={tone}
        />
      </div>
    </div>
  );
}
