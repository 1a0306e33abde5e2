"use client";

import { useEffect } from "react";
import { storedKeys } from "@/lib/browser-storage";
import { forgetDraft, readDraft, reviewDraftKey } from "@/components/form/form-draft";
import { sayTheSame } from "@/components/form/typed-values";

/** What has arrived need not be kept in this browser any longer, however it was sent. */
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
    // It may have been written in the form that was opened for the gym, or for another trainer of it.
    for (const key of storedKeys(reviewDraftKey(memberId, gymSlug, ""))) {
      const kept = readDraft(key);
      if (kept && sayTheSame(kept, sent)) forgetDraft(key);
    }
  }, [memberId, gymSlug, trainerSlug, stars, body]);

  return null;
}
