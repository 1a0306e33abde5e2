"use client";

import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/shell/message-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("error");
  return (
    <MessagePage
      title={t("title")}
      action={
        <>
          <Button onClick={retry}>{t("retry")}</Button>
          <LinkButton href="/" variant="secondary">
            {t("home")}
          </LinkButton>
        </>
      }
    >
      {t("body")}
    </MessagePage>
  );
}
