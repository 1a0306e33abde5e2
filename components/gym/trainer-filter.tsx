import { useTranslations } from "next-intl";
import { ChipLinks } from "@/components/ui/chip-links";
import type { TrainerPage } from "@/lib/gym/gym-data";
import { reviewListHref, type ReviewOrder } from "@/lib/review/review-list-query";
import { LocalText } from "./local-text";

export function TrainerFilter({
  path,
  sort,
  trainers,
  chosen,
}: {
  path: string;
  sort: ReviewOrder;
  trainers: TrainerPage[];
  chosen: string | undefined;
}) {
  const t = useTranslations("gym.trainers");
  const reviewed = trainers.filter(({ slug, reviewCount }) => reviewCount > 0 || slug === chosen);
  if (reviewed.length === 0) return null;
  return (
    <ChipLinks
      label={t("filter")}
      chips={[
        { href: reviewListHref(path, { sort }), label: t("all"), isCurrent: !chosen },
        ...reviewed.map(({ slug, name, nameEn }) => ({
          href: reviewListHref(path, { sort, trainer: slug }),
          label: <LocalText ko={name} en={nameEn} />,
          isCurrent: slug === chosen,
        })),
      ]}
    />
  );
}
