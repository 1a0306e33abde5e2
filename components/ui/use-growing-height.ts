"use client";

import { type RefObject, useLayoutEffect } from "react";

function fit(paper: HTMLTextAreaElement) {
  const { scrollX, scrollY } = window;
  paper.style.height = "auto";
  paper.style.height = `${paper.scrollHeight}px`;
  window.scrollTo(scrollX, scrollY);
}

/** For browsers without `field-sizing`. */
export function useGrowingHeight(textarea: RefObject<HTMLTextAreaElement | null>, revision: number) {
  useLayoutEffect(() => {
    const paper = textarea.current;
    if (!paper || CSS.supports("field-sizing", "content")) return;
    const handleInput = () => fit(paper);
    handleInput();
    paper.addEventListener("input", handleInput);
    return () => paper.removeEventListener("input", handleInput);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new revision is a text put in by hand
  }, [textarea, revision]);
}
