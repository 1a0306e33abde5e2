"use client";

import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import type { Reply } from "@/lib/diary/schema";
import { type DraftState, isChanged } from "./draft-state";

const isThere = ({ text, endedAt }: Reply) => text !== "" || endedAt === null;

/**
 * A page that has its replies opens to be read. Words that are not saved, or two texts to choose from, bring the editor
 * by themselves.
 */
export function useReading({
  draft,
  replies,
  textarea,
}: {
  draft: DraftState;
  /** Those that came with the page. */
  replies: readonly Reply[];
  textarea: RefObject<HTMLTextAreaElement | null>;
}) {
  const [isOpenedToRead, setIsOpenedToRead] = useState(() => replies.some(isThere));
  const isReading = isOpenedToRead && draft.saved !== null && draft.status === "resting" && !isChanged(draft);
  // Once the editor was there it stays: a save must not take it away.
  if (isOpenedToRead && !isReading) setIsOpenedToRead(false);

  function writeOn() {
    // At once: a phone opens its keyboard only for a focus that is set during the tap.
    flushSync(() => setIsOpenedToRead(false));
    const paper = textarea.current;
    paper?.focus({ preventScroll: true });
    paper?.setSelectionRange(paper.value.length, paper.value.length);
  }
  return { isReading, writeOn };
}
