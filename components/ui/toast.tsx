"use client";

import { useTranslations } from "next-intl";
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import { Icon } from "./icon";
import { afterPress } from "./press";

type ToastAction = { label: string; onAction: () => void };
type Toast = { id: number; text: string; action?: ToastAction };
type ShowToast = (text: string, action?: ToastAction) => void;

/** Long enough to read a sentence and reach "undo". Paused while the pointer or focus is on it. */
const toastMs = 7_000;

const ToastContext = createContext<ShowToast>(() => {});

export function useToast() {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  // Not during a press: it could appear under the finger.
  const show = useCallback<ShowToast>(
    (text, action) => afterPress(() => setToast({ id: Date.now(), text, action })),
    [],
  );

  return (
    <ToastContext value={show}>
      {children}
      {/* Always in the page: a live region that appears together with its text is not read aloud. */}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-(--thumb) z-40 grid justify-items-center p-4 print:hidden"
      >
        {toast && <ToastView key={toast.id} toast={toast} onDismiss={() => setToast(undefined)} />}
      </div>
    </ToastContext>
  );
}

function ToastView({ toast: { text, action }, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const t = useTranslations("ui");
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDismiss, toastMs);
    return () => clearTimeout(timer);
  }, [isHeld, onDismiss]);

  return (
    <div
      className="pointer-events-auto flex max-w-[min(100%,30rem)] animate-rise items-center gap-1 rounded-control bg-sea forced-colors:border py-1.5 pr-1.5 pl-4.5 text-[0.9375rem] text-on-sea shadow-float"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className="py-2 pr-2">{text}</span>
      {action && (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-control px-3 font-semibold underline underline-offset-4 focus-visible:outline-on-sea"
          onClick={() => {
            action.onAction();
            onDismiss();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t("dismiss")}
        className="grid size-11 shrink-0 place-items-center rounded-control focus-visible:outline-on-sea"
        onClick={onDismiss}
      >
        <Icon name="close" className="size-4.5" />
      </button>
    </div>
  );
}
