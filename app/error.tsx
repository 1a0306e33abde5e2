"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { isOfOtherBuild } from "@/components/update/is-other-build";
import { ReloadButton } from "@/components/update/reload-button";
import { askServerBuild } from "@/components/update/server-build";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("error");
  // A retry would request the same script, which the new build does not have.
  const needsReload = isOfOtherBuild(error);
  useEffect(() => void askServerBuild(), []);
  return (
    <MessagePage
      title={t(needsReload ? "updatedTitle" : "title")}
      action={
        <>
          {needsReload ? <ReloadButton /> : <Button onClick={retry}>{t("retry")}</Button>}
          <LinkButton href="/" variant="secondary">
            {t("home")}
          </LinkButton>
        </>
      }
    >
      {t(needsReload ? "updatedBody" : "body")}
    </MessagePage>
  );
}
