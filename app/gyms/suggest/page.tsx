import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LocalText } from "@/components/gym/local-text";
import { SuggestForm } from "@/components/gym/suggest-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { requireViewer } from "@/lib/auth/viewer";
import { isFormPost } from "@/lib/web/form-post";
import { findGym } from "@/lib/gym/gym-data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("gym.suggest");
  return { title: t("title") };
}

export default async function SuggestPage({ searchParams }: PageProps<"/gyms/suggest">) {
  // A plain post without a session still shows the form with its text.
  if (!(await isFormPost())) await requireViewer();
  const { gym: slug } = await searchParams;
  const gym = typeof slug === "string" ? await findGym(slug) : null;
  const t = await getTranslations("gym.suggest");

  return (
    <ClientMessages namespaces={["gym", "review"]}>
      <div className="wrap py-9 sm:py-14">
        <div className="mx-auto max-w-120">
          <h1 className="font-serif text-title">{t("title")}</h1>
          <p className="mt-2 mb-7 leading-relaxed text-ink-soft">{t("lead")}</p>
          <SuggestForm gymSlug={gym?.slug} gymName={gym && <LocalText ko={gym.name} en={gym.nameEn} />} />
        </div>
      </div>
    </ClientMessages>
  );
}
