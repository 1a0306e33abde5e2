"use client";

import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import { subjectPath } from "@/lib/gym/gym-paths";
import { useSubjectChoice } from "./subject-choice";
import type { Subject } from "./subject-field";

/** Names the place that is chosen in the form; without JavaScript always the gym. */
export function ReviewHeading({
  gym,
  subjects,
  lead,
}: {
  gym: { slug: string; name: string };
  subjects: Subject[];
  /** `lead`: a new review. The others: an edit, whose place is fixed. */
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
