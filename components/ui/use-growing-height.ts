"use client";

import { type RefObject, useLayoutEffect } from "react";

function fit(paper: HTMLTextAreaElement) {
  const { scrollX, scrollY } = window;
  paper.style.height = "auto"; // else it could never shrink
  paper.style.height = `${paper.scrollHeight}px`;
  window.scrollTo(scrollX, scrollY);
}

/** A textarea as tall as its text, where the browser does not do that by itself (`field-sizing`). */
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
