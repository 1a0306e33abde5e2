import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ClientMessages } from "@/components/shell/client-messages";
import type { UserId } from "@/lib/auth/user-id";
import { deletePageAction } from "@/lib/diary/delete-page-action";
import type { Entry, Neighbours, Reply } from "@/lib/diary/schema";
import { DayHeading } from "./day-heading";
import { PastDaysAside } from "./past/past-days-aside";
import { ReadOnlyText } from "./read-only-text";

/** A diary day for a suspended member, who may read and delete it but not write. */
export async function ReadOnlyDay(props: {
  viewerId: UserId;
  date: string;
  today: string;
  entry: Entry | null;
  replies: Reply[];
  neighbours: Neighbours;
}) {
  const { viewerId, date, today, entry, replies, neighbours } = props;
  const t = await getTranslations("suspended");
  return (
    <ClientMessages namespaces={["diary"]}>
      <div className="wrap grid gap-x-12 gap-y-14 pt-8 pb-20 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_18rem] xl:gap-x-16">
        <div className="grid min-w-0 content-start gap-6 sm:gap-8">
          <DayHeading date={date} today={today} neighbours={neighbours} />
          <p className="text-sm text-ink-soft">
            {t("readOnly")}{" "}
            <Link href="/suspended" className="underline underline-offset-4">
              {t("why")}
            </Link>
          </p>
          {entry ? <ReadOnlyText text={entry.body} /> : <p className="text-ink-soft">{t("emptyDay")}</p>}
          {replies
            .filter(({ text }) => text !== "")
            .map((reply) => (
              <ReadOnlyText key={reply.id} text={reply.text} />
            ))}
          {entry && (
            <ActionForm action={deletePageAction}>
              <input type="hidden" name="date" value={date} />
              <SubmitButton variant="danger">{t("deletePage")}</SubmitButton>
            </ActionForm>
          )}
        </div>
        <PastDaysAside viewerId={viewerId} date={date} today={today} />
      </div>
    </ClientMessages>
  );
}
