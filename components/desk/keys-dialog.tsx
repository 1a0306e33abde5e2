"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Key } from "@/components/ui/key";

const keys = ["j", "k", "a", "r", "e", "m", "n", "b", "c", "v", "s", "g", "f", "d", "x", "z"] as const;
const others = [
  ["/", "slash"],
  ["?", "question"],
  ["Esc", "esc"],
] as const;

/** The list of keys, and the button that opens it for whoever does not know about `?`. */
export function KeysDialog({
  isOpen,
  onOpen,
  onClose,
}: {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("moderation.keys");
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        className="max-lg:hidden pointer-coarse:hidden"
        aria-keyshortcuts="?"
        onClick={onOpen}
      >
        {t("open")} <Key name="?" />
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={onClose}
        title={t("title")}
        actions={
          <Button variant="secondary" onClick={onClose}>
            {t("close")}
          </Button>
        }
      >
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {[...keys.map((key) => [key, key] as const), ...others].map(([key, word]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-grid h-7 min-w-7 place-items-center rounded-md border border-line-strong px-1.5 font-sans text-sm text-ink">
                  {key}
                </kbd>
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-sm text-ink-faint">{t("layout")}</p>
      </Dialog>
    </>
  );
}
