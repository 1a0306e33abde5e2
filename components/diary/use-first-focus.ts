"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** A mouse and no touch screen: no keyboard comes up over the page. */
const laptop = "(hover: hover) and (pointer: fine)";

/**
 * Where writing begins: behind the last word, however the editor gets its first focus (browsers put the caret before the
 * text when Tab leads there), and on a laptop at once (`isWanted`), unless its reader is somewhere already.
 */
export function useFirstFocus(textarea: RefObject<HTMLTextAreaElement | null>, isWanted: boolean) {
  const focusNow = useEffectEvent((paper: HTMLTextAreaElement) => {
    const isFree = document.activeElement === document.body;
    if (isWanted && isFree && window.matchMedia(laptop).matches) paper.focus({ preventScroll: true });
  });
  useEffect(() => {
    const paper = textarea.current;
    if (!paper) return;
    const listening = new AbortController();
    const on = { signal: listening.signal };
    // A press puts the caret where it points.
    document.addEventListener("pointerdown", ({ target }) => target === paper && listening.abort(), on);
    paper.addEventListener(
      "focus",
      () => {
        listening.abort();
        if (paper.selectionStart === 0 && paper.selectionEnd === 0)
          paper.setSelectionRange(paper.value.length, paper.value.length);
      },
      on,
    );
    focusNow(paper);
    return () => listening.abort();
  }, [textarea]);
}
