import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/account/demo-accounts";
import { Example } from "@/components/landing/example";
import { Gyms } from "@/components/landing/gyms";
import { Sea } from "@/components/shell/sea";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { getReader } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

const points = ["page", "sealed", "kept", "ai"] as const;

export default async function LandingPage({ searchParams }: PageProps<"/">) {
  if (await getReader()) redirect("/diary");
  const t = await getTranslations("landing");

  return (
    <>
      {(await searchParams).deleted !== undefined && (
        <div className="wrap pt-6">
          <NoticeBox kind="done">{t("deleted")}</NoticeBox>
        </div>
      )}
      <section className="wrap grid animate-rise justify-items-center pt-14 pb-8 text-center sm:pt-24 sm:pb-12">
        <h1 className="font-serif text-display tracking-[-0.02em]">
          {t.rich("title", { br: () => <br /> })}
        </h1>
        <p className="mt-5 max-w-[30rem] text-[1.0625rem] leading-[1.8] text-balance text-ink-soft">
          {t("lead")}
        </p>
        <div className="mt-8 flex flex-wrap justify-center gap-2.5">
          <LinkButton href="/signup" size="lg">
            {t("start")}
          </LinkButton>
          <LinkButton href="/signin" size="lg" variant="quiet">
            {t("signIn")}
          </LinkButton>
        </div>
        {env().SORA_DEMO && <DemoAccounts />}
      </section>

      <Sea isMoving className="h-60 sm:h-75" />

      <section className="bg-sunk pt-10 pb-20 sm:pt-14 sm:pb-28">
        <div className="wrap">
          <h2 className="font-serif text-title">{t("example.title")}</h2>
          <p className="mt-2 mb-8 text-balance text-ink-soft">{t("example.lead")}</p>
          <Example />
        </div>
      </section>

      <section className="wrap grid gap-10 py-20 sm:grid-cols-2 sm:gap-x-12 sm:py-24">
        {points.map((point) => (
          <div key={point}>
            <h2 className="font-serif text-xl">{t(`points.${point}.title`)}</h2>
            <p className="mt-2.5 leading-[1.8] text-ink-soft">{t(`points.${point}.body`)}</p>
          </div>
        ))}
      </section>

      <Gyms />

      <div className="horizon" />
      <section className="wrap grid justify-items-center gap-7 py-20 text-center sm:py-24">
        <h2 className="font-serif text-title">{t("close")}</h2>
        <LinkButton href="/signup" size="lg">
          {t("start")}
        </LinkButton>
      </section>
    </>
  );
}
