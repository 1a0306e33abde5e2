"use client";

import { useTranslations } from "next-intl";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useIsHydrated } from "./use-is-hydrated";

/** Back to the end of the reply that is being written, for a reader who has scrolled away from it. */
export function FollowButton({ onFollow }: { onFollow: () => void }) {
  const t = useTranslations("diary.reply");
  // A page that is reloaded in mid-reply is rendered with this button in it, where there is no document.
  if (!useIsHydrated()) return null;
  // On the page, not in the panel: an animated ancestor would be what "fixed" is measured by.
  return createPortal(
    <div className="pointer-events-none fixed inset-x-0 bottom-5 z-30 grid justify-items-center">
      <Button
        variant="secondary"
        onClick={onFollow}
        className="pointer-events-auto animate-rise rounded-full bg-sheet shadow-float"
      >
        <Icon name="chevronDown" className="size-4.5" />
        {t("follow")}
      </Button>
    </div>,
    document.body,
  );
}
