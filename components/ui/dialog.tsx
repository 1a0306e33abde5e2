"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import { useBackCloses } from "./use-back-closes";

/**
 * The browser's own dialog: traps the focus, closes on Esc and on Back, and restores the focus. `onClose` runs
 * however it is closed. Buttons belong in `actions`.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  actions: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useBackCloses(isOpen, onClose);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);

  return (
    // Clicking beside the sheet closes it: a convenience for the mouse, Esc does it for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="sheet-dialog m-auto w-[min(100%-2rem,27rem)] rounded-sheet border border-line bg-sheet p-0 text-ink shadow-float max-sm:mb-4"
    >
      {isOpen && (
        <div className="grid gap-5 p-6">
          <h2 id={titleId} className="font-serif text-xl">
            {title}
          </h2>
          {children && <div className="grid gap-3 text-[0.9375rem] text-ink-soft">{children}</div>}
          <div className="flex flex-wrap justify-end gap-2">{actions}</div>
        </div>
      )}
    </dialog>
  );
}
