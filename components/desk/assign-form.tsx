"use client";

import { useTranslations } from "next-intl";
import { NotSent } from "@/components/form/not-sent";
import { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Key } from "@/components/ui/key";
import { NoticeBox } from "@/components/ui/notice-box";
import { assignItemAction } from "@/lib/review/desk/assignment/actions";
import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import { useDesk } from "./desk-context";
import { useTaker } from "./use-taker";

/** Takes an item, gives it back, hands it on. One key takes it and gives it back; over from somebody else takes a press. */
export function AssignForm({
  revisionId,
  authorId,
  taker,
}: {
  revisionId: string;
  authorId: string;
  /** As the page was made. */
  taker: Moderator | null;
}) {
  const t = useTranslations("moderation.assign");
  const { viewerId, moderators } = useDesk();
  const { state, problem, isPending, formProps } = useForm(assignItemAction);
  const current = useTaker(revisionId, taker);
  const isMine = current?.id === viewerId;
  const isOthers = current !== null && !isMine;
  const refusal =
    state.error === "TAKEN"
      ? t("errors.TAKEN", { name: state.taker ?? "" })
      : state.error && t(`errors.${state.error}`);
  const receivers = moderators.filter(({ id }) => id !== viewerId && id !== authorId && id !== current?.id);

  return (
    <form {...formProps} aria-label={t("label")} className="flex flex-wrap items-start gap-2">
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="takerId" value={current?.id ?? ""} />
      <Button
        type="submit"
        name="to"
        value={isMine ? "" : viewerId}
        variant="quiet"
        pending={isPending}
        data-key={isOthers ? undefined : "g"}
        aria-keyshortcuts={isOthers ? undefined : "G"}
      >
        {isMine ? t("giveBack") : isOthers ? t("takeOver", { name: current.name }) : t("take")}
        {!isOthers && <Key name="g" />}
      </Button>
      {receivers.length > 0 && (
        <details data-choice className="open:order-last open:basis-full">
          <summary
            data-key="f"
            aria-keyshortcuts="F"
            className={buttonStyles({
              variant: "quiet",
              className: "list-none [&::-webkit-details-marker]:hidden",
            })}
          >
            {t("handOn")} <Key name="f" />
          </summary>
          <ul className="mt-1 flex flex-wrap gap-1 rounded-sheet border border-line p-2">
            {receivers.map(({ id, name }) => (
              <li key={id}>
                <Button type="submit" name="to" value={id} variant="quiet" disabled={isPending}>
                  <bdi>{name}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <NotSent problem={problem} />
      {!problem && refusal && (
        <div className="basis-full">
          <NoticeBox kind="alert">{refusal}</NoticeBox>
        </div>
      )}
    </form>
  );
}
