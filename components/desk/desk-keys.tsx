"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { pressedKey } from "@/components/ui/pressed-key";
import { useToast } from "@/components/ui/toast";
import { useDesk } from "./desk-context";
import { KeysDialog } from "./keys-dialog";

const textFields =
  "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

/** A key waits for its item for this long. After that it is dropped, with a message. */
const longestEarlyMs = 15_000;
/** How often it is tried: about once in a frame. */
const lookMs = 16;

/**
 * A key does what the button or link that carries it (`data-key`) does, if that can be seen: nothing can be done by
 * keyboard that cannot be done otherwise, and the other way round. Keys that come before their item wait for it, in order.
 */
export function DeskKeys() {
  const t = useTranslations("moderation.keys");
  const showToast = useToast();
  const { selected, deselect, shownId, isReady, isGuarded } = useDesk();
  const [isListed, setIsListed] = useState(false);
  const early = useRef<{ key: string; at: number }[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Presses the first of the keys that wait. @returns whether others wait behind it. */
  const pressFirst = useEffectEvent((): boolean => {
    if (isGuarded()) early.current = [];
    const since = performance.now() - longestEarlyMs;
    const kept = early.current.filter(({ at }) => at > since);
    if (kept.length < early.current.length)
      showToast(t("dropped", { count: early.current.length - kept.length }));
    early.current = kept;
    const [first] = early.current;
    if (first && isReady()) {
      early.current = early.current.slice(1);
      press(first.key);
    }
    return early.current.length > 0;
  });
  // One key in each round: what it unfolds must be drawn before the next one is pressed.
  const pressEarly = useEffectEvent((next: () => void) => {
    clearTimeout(timer.current);
    timer.current = pressFirst() ? setTimeout(next, lookMs) : undefined;
  });

  const handle = useEffectEvent((event: KeyboardEvent, pressLater: () => void) => {
    const key = pressedKey(event);
    if (!key || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const field = target.closest<HTMLElement>(textFields);
    if (field) {
      if (key === "Escape") field.blur();
      return;
    }
    if (key === "Escape") {
      early.current = [];
      const open = document.querySelector<HTMLDetailsElement>("details[data-choice][open]");
      if (open) open.open = false;
      else deselect(selected.keys());
      return;
    }
    // Held down, it goes through the list; deciding takes a press each.
    if (event.repeat && key !== "j" && key !== "k") return;
    event.preventDefault();
    if (key === "?") return setIsListed(true);
    if (isGuarded()) return;
    if (early.current.length === 0 && isReady()) return press(key);
    early.current.push({ key, at: event.timeStamp });
    pressLater();
  });

  useEffect(() => {
    const next = () => pressEarly(next);
    const onKeyDown = (event: KeyboardEvent) => handle(event, next);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  // At once when an item is shown, and not with the next look.
  useEffect(() => {
    const next = () => pressEarly(next);
    if (shownId !== null) next();
  }, [shownId]);

  return <KeysDialog isOpen={isListed} onOpen={() => setIsListed(true)} onClose={() => setIsListed(false)} />;
}

/** While something is selected, the keys of its bar are the ones that count. */
function press(key: string): void {
  const selector = `[data-key="${key}"]`;
  const bar = document.querySelector("[data-keys-first]");
  const isBarOpen = bar?.checkVisibility() ?? false;
  const scopes = isBarOpen && bar ? [bar, document] : [document];
  const [found] = scopes.flatMap((scope) =>
    [...scope.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()),
  );
  if (!found || (isBarOpen && found.closest("[data-one]"))) return;
  if (found.matches("input:not([type=checkbox]), textarea")) found.focus();
  else found.click();
}
