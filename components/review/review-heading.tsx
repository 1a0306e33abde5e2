"use client";

import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { subjectPath } from "@/lib/gym/gym-paths";
import { useSubjectChoice } from "./subject-choice";
import type { Subject } from "./subject-field";

/** The title of the form and the way back: of what is chosen in it. Without script that is the gym, whatever is chosen. */
export function ReviewHeading({
  gym,
  subjects,
  lead,
}: {
  gym: { slug: string; name: string };
  subjects: Subject[];
  /** `lead` is for a new review, the others for one that is edited: it stays about what it was. */
  lead: "lead" | "editLead" | "editLeadUnseen";
}) {
  const t = useTranslations("review.form");
  const isHydrated = useIsHydrated();
  const { chosen } = useSubjectChoice();
  const isEdit = lead !== "lead";
  const trainer = (isEdit || isHydrated) && chosen ? subjects.find(({ slug }) => slug === chosen) : undefined;
  const name = trainer ? `${gym.name} · ${trainer.name}` : gym.name;

  return (
    <header>
      <BackLink href={subjectPath(gym.slug, trainer?.slug)}>{t("back", { name })}</BackLink>
      <h1 className="mt-1 font-serif text-title wrap-anywhere">
        {t(isEdit ? "editTitle" : "newTitle", { name })}
      </h1>
      <p className="mt-2 text-ink-soft">{t(lead)}</p>
    </header>
  );
}
