"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { heldInPress } from "./press";

/** A phone's screen above its keyboard is lower than this, and without one higher. */
const lowScreenPx = 560;

const withoutText = ["button", "checkbox", "radio", "file", "range", "color", "submit", "reset", "image"];

function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !withoutText.includes(element.type);
  return element instanceof HTMLTextAreaElement;
}

/** Safari lays its keyboard over the page, Chrome makes the page shorter: what can be seen is low in both. */
function isScreenLow(): boolean {
  const seen = window.visualViewport;
  return Math.min(window.innerHeight, seen ? seen.height * seen.scale : Infinity) < lowScreenPx;
}

function subscribe(listener: () => void) {
  const listening = new AbortController();
  const on = { signal: listening.signal };
  document.addEventListener("focusin", listener, on);
  // While the focus moves on, nothing has it.
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

/** Whether a text field has the focus: on a phone its keyboard is up, or about to be. */
export const useIsTyping = () => useSyncExternalStore(typing.subscribe, typing.getSnapshot, () => false);

/** Whether an on-screen keyboard leaves little of the page to be seen. */
export const useIsKeyboardUp = () =>
  useSyncExternalStore(keyboard.subscribe, keyboard.getSnapshot, () => false);

/** Keeps what is fixed to the bottom of the page above a keyboard that lies over the page (Safari). */
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
