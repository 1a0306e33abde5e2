import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/link-button";

export function ReportObstacle({
  obstacle,
  back,
}: {
  obstacle: "ALREADY_REPORTED" | "OWN_REVIEW" | "NOT_ALLOWED";
  back: string;
}) {
  const t = useTranslations("report.obstacles");
  return (
    <MessagePage
      title={t(`${obstacle}.title`)}
      action={
        <>
          <LinkButton href={back} variant="secondary">
            {t("back")}
          </LinkButton>
          {obstacle === "ALREADY_REPORTED" && <LinkButton href="/me/reports">{t("reports")}</LinkButton>}
          {obstacle === "OWN_REVIEW" && <LinkButton href="/me/reviews">{t("reviews")}</LinkButton>}
        </>
      }
    >
      {t(`${obstacle}.text`)}
    </MessagePage>
  );
}
