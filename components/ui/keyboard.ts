"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { heldInPress } from "./press";

/** A phone's screen is lower than this with an open keyboard, and higher without. */
const lowScreenPx = 560;

const withoutText = ["button", "checkbox", "radio", "file", "range", "color", "submit", "reset", "image"];

function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !withoutText.includes(element.type);
  return element instanceof HTMLTextAreaElement;
}

/** Safari's keyboard covers the page, Chrome's makes it shorter. The visible height is low in both. */
function isScreenLow(): boolean {
  const seen = window.visualViewport;
  return Math.min(window.innerHeight, seen ? seen.height * seen.scale : Infinity) < lowScreenPx;
}

function subscribe(listener: () => void) {
  const listening = new AbortController();
  const on = { signal: listening.signal };
  document.addEventListener("focusin", listener, on);
  // While the focus moves, no element has it.
  document.addEventListener("focusout", () => queueMicrotask(listener), on);
  window.addEventListener("resize", listener, on);
  window.visualViewport?.addEventListener("resize", listener, on);
  return () => listening.abort();
}

const typing = heldInPress({ subscribe, getSnapshot: () => isTextField(document.activeElement) });
const keyboard = heldInPress({
  subscribe,
  getSnapshot: () => isTextField(document.activeElement) && isScreenLow(),
});

export const useIsTyping = () => useSyncExternalStore(typing.subscribe, typing.getSnapshot, () => false);

export const useIsKeyboardUp = () =>
  useSyncExternalStore(keyboard.subscribe, keyboard.getSnapshot, () => false);

/** Keeps a bar that is fixed to the bottom above a keyboard that covers the page (Safari). */
export function useAboveKeyboard<Bar extends HTMLElement>() {
  const ref = useRef<Bar>(null);
  useEffect(() => {
    const seen = window.visualViewport;
    const bar = ref.current;
    if (!seen || !bar) return;
    const lift = () => {
      const covered = seen.scale === 1 ? window.innerHeight - seen.height - seen.offsetTop : 0;
      bar.style.translate = covered > 0 ? `0 ${-covered}px` : "";
    };
    lift();
    const listening = new AbortController();
    seen.addEventListener("resize", lift, { signal: listening.signal });
    seen.addEventListener("scroll", lift, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return ref;
}
