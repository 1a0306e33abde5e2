"use client";

import { useEffect } from "react";
import { storedKeys } from "@/lib/browser-storage";
import { forgetDraft, readDraft, reviewDraftKey } from "@/components/form/form-draft";
import { sayTheSame } from "@/components/form/typed-values";

/** Deletes this browser's draft when the same text was saved, from any tab. */
export function ForgetSentDraft(props: {
  memberId: string;
  gymSlug: string;
  trainerSlug: string;
  stars: number;
  body: string;
}) {
  const { memberId, gymSlug, trainerSlug, stars, body } = props;

  useEffect(() => {
    const sent = { stars: String(stars), body, trainer: trainerSlug };
    // The form may have been opened for the gym or for another trainer.
    for (const key of storedKeys(reviewDraftKey(memberId, gymSlug, ""))) {
      const kept = readDraft(key);
      if (kept && sayTheSame(kept, sent)) forgetDraft(key);
    }
  }, [memberId, gymSlug, trainerSlug, stars, body]);

  return null;
}
