import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";

/** The other thing to do here: gyms, and a review as it looks once it is published. */
export async function Gyms() {
  const t = await getTranslations("landing.gyms");

  return (
    <section aria-labelledby="landing-gyms" className="border-t border-line py-20 sm:py-24">
      <div className="wrap grid items-center gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:gap-20">
        <div>
          <h2 id="landing-gyms" className="font-serif text-title">
            {t("title")}
          </h2>
          <p className="mt-4 leading-[1.8] text-ink-soft">{t("lead")}</p>
          <p className="mt-3 leading-[1.8] text-ink-soft">{t("checked")}</p>
          <LinkButton href="/gyms" variant="secondary" className="mt-7">
            {t("link")}
          </LinkButton>
        </div>
        <Paper className="p-6 sm:p-9">
          <figure>
            <figcaption className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
              <Stars value={4} label={t("example.stars")} />
              {t("example.about")}
            </figcaption>
            <blockquote className="mt-4 font-serif text-page">{t("example.text")}</blockquote>
          </figure>
          <p className="mt-6 flex items-center gap-2 border-t border-line pt-4 text-sm text-ink-faint">
            <Icon name="check" className="size-4.5" />
            {t("example.state")}
          </p>
        </Paper>
      </div>
    </section>
  );
}
