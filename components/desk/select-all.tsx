"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { useDesk } from "./desk-context";
import type { SelectedItem } from "./use-selection";

/** Selects everything that this part of the queue holds, also what lies on other pages of the list. */
export function SelectAll() {
  const t = useTranslations("moderation.bulk");
  const { here, select } = useDesk();
  const showToast = useToast();
  const [isPending, setIsPending] = useState(false);

  async function handleClick() {
    setIsPending(true);
    try {
      const answer = await fetch(`/api/admin/moderation/selection${new URL(here, location.origin).search}`);
      if (!answer.ok) throw new Error("refused");
      const { items, isAll }: { items: SelectedItem[]; isAll: boolean } = await answer.json();
      select(items);
      if (!isAll) showToast(t("notAll", { count: items.length }));
    } catch {
      showToast(t("selectAllFailed"));
    }
    setIsPending(false);
  }

  return (
    <Button
      variant="quiet"
      size="sm"
      pending={isPending}
      onClick={() => void handleClick()}
      className="noscript:hidden justify-self-start"
    >
      {t("selectAll")}
    </Button>
  );
}
