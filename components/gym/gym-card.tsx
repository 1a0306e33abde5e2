import { useTranslations } from "next-intl";
import Link from "next/link";
import { env } from "@/lib/env";
import { subjectPath } from "@/lib/gym/gym-paths";
import type { GymCard as Gym } from "@/lib/gym/list-gyms";
import { LocalText } from "./local-text";
import { RatingLine } from "./rating-line";

export function GymCard({ gym, summary }: { gym: Gym; summary: string | undefined }) {
  const t = useTranslations("gym");
  return (
    <article className="relative flex h-full flex-col gap-1.5 rounded-sheet border border-line bg-sheet p-5 shadow-sheet transition-colors duration-200 hover:border-line-strong sm:p-6">
      <p className="text-[0.8125rem] text-ink-faint">
        <LocalText ko={gym.district} en={gym.districtEn} />
        {gym.nearby && (
          <>
            {" · "}
            <LocalText ko={gym.nearby} en={gym.nearbyEn} />
          </>
        )}
      </p>
      <h2 className="font-serif text-xl leading-snug wrap-anywhere">
        <Link href={subjectPath(gym.slug)} className="after:absolute after:inset-0 after:rounded-sheet">
          <LocalText ko={gym.name} en={gym.nameEn} />
        </Link>
      </h2>
      <RatingLine tally={gym} />
      {summary && (
        <p className="mt-1.5 border-t border-line pt-3 text-[0.9375rem] leading-relaxed text-ink-soft">
          {summary}{" "}
          <span className="text-xs whitespace-nowrap text-ink-faint">
            {t(env().SORA_SAMPLE_MODEL ? "summary.oneLineSample" : "summary.oneLine")}
          </span>
        </p>
      )}
    </article>
  );
}
