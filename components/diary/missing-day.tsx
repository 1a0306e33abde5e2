import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";

export async function MissingDay() {
  const t = await getTranslations("diary.notFound");
  return (
    <MessagePage title={t("title")} action={<LinkButton href="/diary">{t("today")}</LinkButton>}>
      {t("text")}
    </MessagePage>
  );
}
