"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { undoSeconds } from "./use-deletion";

/** In the page's place, for as long as it can be taken back. */
export function DeletedPage({ isUndoable, onUndo }: { isUndoable: boolean; onUndo: () => void }) {
  const t = useTranslations("diary.delete");
  const undo = useRef<HTMLButtonElement>(null);

  // What had the focus is gone; this is what one may want next.
  useEffect(() => undo.current?.focus(), []);

  return (
    <div className="grid min-h-[14rem] place-content-center justify-items-center gap-4 text-center">
      <p role="status" className="font-serif text-lg">
        {t("deleted")}
      </p>
      <Button ref={undo} variant="secondary" pending={!isUndoable} onClick={onUndo}>
        {t("undo", { seconds: undoSeconds })}
      </Button>
    </div>
  );
}
