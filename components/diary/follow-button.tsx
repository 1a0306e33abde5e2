"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/**
 * Back to the end of the reply that is being written, for a reader who has scrolled away from it. It stays at the foot
 * of the screen, but never outside the reply: above it lies what else a reader may want to press. Its place is kept
 * free, so that the page does not grow when it appears.
 */
export function FollowButton({ isShown, onFollow }: { isShown: boolean; onFollow: () => void }) {
  const t = useTranslations("diary.reply");
  return (
    <div className="pointer-events-none sticky bottom-[calc(1.25rem+var(--thumb))] grid h-13 justify-items-center pb-2">
      {isShown && (
        <Button
          variant="secondary"
          onClick={onFollow}
          className="pointer-events-auto animate-rise rounded-full bg-sheet shadow-float"
        >
          <Icon name="chevronDown" className="size-4.5" />
          {t("follow")}
        </Button>
      )}
    </div>
  );
}
