"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { pressedKey } from "@/components/ui/pressed-key";
import { useDesk } from "./desk";
import { KeysDialog } from "./keys-dialog";

const textFields =
  "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

/**
 * A key does what the button or link that carries it (`data-key`) does, if that can be seen: nothing can be done by
 * keyboard that cannot be done otherwise, and the other way round.
 */
export function DeskKeys() {
  const { selected, select } = useDesk();
  const [isListed, setIsListed] = useState(false);

  const handle = useEffectEvent((event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (!key || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const field = target.closest<HTMLElement>(textFields);
    if (field) {
      if (key === "Escape") field.blur();
      return;
    }
    if (key === "Escape") {
      const open = document.querySelector<HTMLDetailsElement>("details[data-choice][open]");
      if (open) open.open = false;
      else select([...selected], false);
      return;
    }
    // Held down, it goes through the list; deciding takes a press each.
    if (event.repeat && key !== "j" && key !== "k") return;
    event.preventDefault();
    if (key === "?") setIsListed(true);
    else press(key);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => handle(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

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
