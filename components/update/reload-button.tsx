"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function ReloadButton() {
  const t = useTranslations("ui.update");
  return (
    <Button variant="secondary" size="sm" className="min-h-11" onClick={() => window.location.reload()}>
      {t("now")}
    </Button>
  );
}
