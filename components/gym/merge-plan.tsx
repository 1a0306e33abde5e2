import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/form/submit-button";
import type { MoveCounts } from "@/lib/merge/move-reviews";

export function MergePlan({
  counts: { reviews, published, joined },
  trainers,
  action,
  fromId,
  intoId,
  hrefs,
}: {
  counts: MoveCounts;
  /** Trainers that move with a gym. */
  trainers: number;
  action: (form: FormData) => Promise<void>;
  fromId: string;
  intoId: string;
  hrefs: { swap: string; again: string; cancel: string };
}) {
  const t = useTranslations("adminGym.merge");
  return (
    <section aria-labelledby="moves" className="grid gap-4">
      <h2 id="moves" className="font-serif text-lg">
        {t("moves")}
      </h2>
      <ul className="grid list-disc gap-1.5 pl-5 leading-relaxed">
        <li>{t("movesReviews", { reviews, published })}</li>
        {joined > 0 && <li>{t("movesJoined", { joined })}</li>}
        {trainers > 0 && <li>{t("movesTrainers", { count: trainers })}</li>}
        <li>{t("movesAddress")}</li>
        <li>{t("final")}</li>
      </ul>
      <ActionForm action={action} className="mt-2 flex flex-wrap gap-2">
        <input type="hidden" name="fromId" value={fromId} />
        <input type="hidden" name="intoId" value={intoId} />
        <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        <LinkButton href={hrefs.swap} variant="secondary">
          {t("swap")}
        </LinkButton>
        <LinkButton href={hrefs.again} variant="quiet">
          {t("again")}
        </LinkButton>
        <LinkButton href={hrefs.cancel} variant="quiet">
          {t("cancel")}
        </LinkButton>
      </ActionForm>
    </section>
  );
}
