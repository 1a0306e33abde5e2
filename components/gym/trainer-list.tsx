import { useTranslations } from "next-intl";
import Link from "next/link";
import type { TrainerPage } from "@/lib/gym/gym-data";
import { subjectPath } from "@/lib/gym/gym-paths";
import { LocalText } from "./local-text";
import { RatingLine } from "./rating-line";

export function TrainerList({ gymSlug, trainers }: { gymSlug: string; trainers: TrainerPage[] }) {
  const t = useTranslations("gym");
  return (
    <section aria-labelledby="trainers">
      <h2 id="trainers" className="font-serif text-lg">
        {t("trainers.title")}
      </h2>
      {trainers.length === 0 && <p className="mt-2 text-[0.9375rem] text-ink-soft">{t("trainers.none")}</p>}
      <ul className="mt-1">
        {trainers.map((trainer) => (
          <li
            key={trainer.slug}
            className="relative grid gap-0.5 border-b border-line py-3.5 transition-colors last:border-0 hover:bg-sunk"
          >
            <h3 className="font-medium wrap-anywhere">
              <Link
                href={subjectPath(gymSlug, trainer.slug)}
                className="after:absolute after:inset-0 after:rounded-control"
              >
                <LocalText ko={trainer.name} en={trainer.nameEn} />
              </Link>
            </h3>
            <p className="text-sm text-ink-soft">
              <LocalText ko={trainer.specialty} en={trainer.specialtyEn} />
            </p>
            <RatingLine tally={trainer} />
          </li>
        ))}
      </ul>
      <Link
        href={`/gyms/suggest?gym=${gymSlug}`}
        className="mt-1 inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4 hover:text-ink"
      >
        {t("trainers.suggest")}
      </Link>
    </section>
  );
}
