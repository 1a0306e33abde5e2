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
/** Interval of retries: about one frame. */
const lookMs = 16;

/**
 * A key clicks the visible button or link that has its `data-key`, so keyboard and mouse can do the same. Keys pressed before
 * their item is ready wait in order.
 */
export function DeskKeys() {
  const t = useTranslations("moderation.keys");
  const showToast = useToast();
  const { selected, deselect, shownId, isReady, isGuarded } = useDesk();
  const [isListed, setIsListed] = useState(false);
  const early = useRef<{ key: string; at: number }[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Presses the first waiting key. @returns whether more keys wait */
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
  // One key per round: what it unfolds must be rendered before the next key.
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
    // A held key moves through the list, but decides only once.
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
  // Immediately when an item is shown, instead of after `lookMs`.
  useEffect(() => {
    const next = () => pressEarly(next);
    if (shownId !== null) next();
  }, [shownId]);

  return <KeysDialog isOpen={isListed} onOpen={() => setIsListed(true)} onClose={() => setIsListed(false)} />;
}

/** While items are selected, the keys of the selection bar come first. */
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
