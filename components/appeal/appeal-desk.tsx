import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { type AppealCase, obstacleTo } from "@/lib/review/appeal/data";
import { askAuthorAction } from "@/lib/review/appeal/actions";
import { appealsPath } from "@/lib/review/appeal/queue-query";
import { DecideAppealForm } from "./decide-appeal-form";
import { MessageForm } from "../review/appeal-message-form";
import { useMessageWords } from "../review/appeal-message-words";
import { UndoAppeal } from "./undo-appeal";

export function AppealDesk({ appeal, moderatorId }: { appeal: AppealCase; moderatorId: string }) {
  const t = useTranslations("appeal");
  const words = useMessageWords("moderator");
  const here = `${appealsPath}/${appeal.id}`;
  const obstacle = obstacleTo(appeal, moderatorId);

  if (appeal.outcome) {
    return (
      <ClientMessages namespaces={["appeal"]}>
        <div className="grid gap-4">
          <NoticeBox kind="done">{t(`decided.${appeal.outcome}`)}</NoticeBox>
          <div className="flex flex-wrap items-start gap-2">
            {appeal.actId && <UndoAppeal actId={appeal.actId} nextPath={here} />}
            <LinkButton href={appealsPath} variant="quiet">
              {t("toList")}
            </LinkButton>
          </div>
        </div>
      </ClientMessages>
    );
  }
  if (!appeal.isOpen) return <NoticeBox>{t("moot")}</NoticeBox>;
  if (obstacle) return <NoticeBox>{t(`obstacles.${obstacle}`)}</NoticeBox>;
  return (
    <ClientMessages namespaces={["appeal"]}>
      <section aria-labelledby="decide" className="grid gap-4">
        <h2 id="decide" className="font-serif text-lg">
          {t("decide")}
        </h2>
        <DecideAppealForm appealId={appeal.id} seen={appeal.seen} nextPath={here} />
      </section>
      <section aria-labelledby="ask" className="grid gap-4 border-t border-line pt-6">
        <h2 id="ask" className="font-serif text-lg">
          {t("ask")}
        </h2>
        <MessageForm
          // A sent question resets the form; an incoming answer must not reset it.
          key={appeal.messages.filter(({ isFromModerator }) => isFromModerator).length}
          action={askAuthorAction}
          words={words}
          appealId={appeal.id}
          nextPath={here}
        />
      </section>
    </ClientMessages>
  );
}
