import { useEffect, useEffectEvent, useRef } from "react";

const mark = "isBelowDialog";
const isMarked = () => (window.history.state as Record<string, unknown> | null)?.[mark] === true;
/** Keeps Next's own state: without it, Back would reload the page. */
const addStep = () => window.history.pushState({ ...window.history.state, [mark]: true }, "");

/** While something covers the page, Back closes it and stays on the page. */
export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  const isOver = useRef(false);

  useEffect(() => {
    if (!isOpen) return;
    isOver.current = true;
    if (!isMarked()) addStep();
    const handlePopState = () => {
      if (!isMarked()) close();
    };
    window.addEventListener("popstate", handlePopState);
    return () => {
      window.removeEventListener("popstate", handlePopState);
      isOver.current = false;
      // After another way of closing, the history step is removed. Delayed, because a link in it may have led to
      // another page.
      setTimeout(() => {
        if (isOver.current || !isMarked()) return;
        // Opened again before the browser is back: that dialog needs its own step.
        window.addEventListener("popstate", () => isOver.current && addStep(), { once: true });
        window.history.back();
      });
    };
  }, [isOpen]);
}
