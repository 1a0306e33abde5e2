import { useEffect, useEffectEvent, useRef } from "react";

const mark = "isBelowDialog";
const isMarked = () => (window.history.state as Record<string, unknown> | null)?.[mark] === true;
/** With what Next keeps there: without that, going back would load the page anew. */
const addStep = () => window.history.pushState({ ...window.history.state, [mark]: true }, "");

/** While something lies over the page, going back closes it and stays on the page. */
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
      // Closed otherwise, the step is taken back. Not at once: whoever has gone on to another page is there by then.
      setTimeout(() => {
        if (isOver.current || !isMarked()) return;
        // Opened again before the browser is back: that one has a step of its own.
        window.addEventListener("popstate", () => isOver.current && addStep(), { once: true });
        window.history.back();
      });
    };
  }, [isOpen]);
}
