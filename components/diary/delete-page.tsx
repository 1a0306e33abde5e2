"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";

/** Asks once, naming what goes. */
export function DeletePage({ replyCount, onDelete }: { replyCount: number; onDelete: () => void }) {
  const t = useTranslations("diary.delete");
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("open")}
        className="-mr-3 text-ink-faint forced-colors:mr-0"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="trash" />
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        actions={
          <>
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("cancel")}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setIsOpen(false);
                onDelete();
              }}
            >
              {t("confirm")}
            </Button>
          </>
        }
      >
        <p>{t("what", { count: replyCount })}</p>
      </Dialog>
    </>
  );
}
