import { useTranslations } from "next-intl";
import type { Person } from "@/lib/account/people-data";
import { Badge } from "./badge";

export function PersonBadges({ person }: { person: Pick<Person, "role" | "noReviewsUntil" | "isActive"> }) {
  const t = useTranslations("people");
  return (
    <span className="flex flex-wrap gap-1.5 empty:hidden">
      {person.role !== "MEMBER" && <Badge look="sea">{t(`roles.${person.role}`)}</Badge>}
      {person.noReviewsUntil && <Badge look="danger">{t("badges.noReviews")}</Badge>}
      {!person.isActive && <Badge look="danger">{t("badges.inactive")}</Badge>}
    </span>
  );
}
