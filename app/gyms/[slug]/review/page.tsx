import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import { reviewFormPath, subjectPath } from "@/components/review/paths";
import { ReviewForm } from "@/components/review/review-form";
import { ReviewRules } from "@/components/review/review-rules";
import { ClientMessages } from "@/components/shell/client-messages";
import { Icon } from "@/components/ui/icon";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { submitReviewAction } from "@/lib/review/actions";
import { findGym } from "@/lib/gym/gym-data";
import { localText } from "@/lib/gym/local-text";
import { findOwnReviews } from "@/lib/review/own-reviews";

type Props = PageProps<"/gyms/[slug]/review">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findSubject(props);
  if (!found) return {};
  const t = await getTranslations("review.form");
  return { title: t("newTitle", { name: found.name }) };
}

export default async function ReviewPage(props: Props) {
  const found = await findSubject(props);
  if (!found) notFound();
  // Whoever is signed out when a plain post of the form comes back still needs the text that is in it.
  const viewer = (await isFormPost()) ? await getViewer() : await requireViewer();
  const { gym, trainerSlug, name } = found;
  const [t, locale, reviews] = await Promise.all([
    getTranslations("review.form"),
    getLocale(),
    viewer ? findOwnReviews({ authorId: viewer.id, gymId: gym.id }) : [],
  ]);
  const reviewOf = (slug: string) => reviews.find(({ trainer }) => (trainer?.slug ?? "") === slug);
  const review = reviewOf(trainerSlug);
  const subjects = [
    { slug: "", name: t("gymItself") },
    ...gym.trainers.map((one) => ({ slug: one.slug, name: localText(locale, one.name, one.nameEn) })),
  ].map((subject) => ({ ...subject, isReviewed: reviewOf(subject.slug) !== undefined }));

  return (
    <div className="wrap grid gap-8 pt-6 pb-16 sm:pt-10">
      <header>
        <Link
          href={subjectPath(gym.slug, trainerSlug)}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 pr-2 text-sm text-ink-soft hover:text-ink"
        >
          <Icon name="chevronLeft" className="size-4.5" />
          {t("back", { name })}
        </Link>
        <h1 className="mt-1 font-serif text-title wrap-anywhere">
          {t(review ? "editTitle" : "newTitle", { name })}
        </h1>
        <p className="mt-2 text-ink-soft">{t(review ? "editLead" : "lead")}</p>
      </header>
      <div className="grid gap-12 lg:grid-cols-[minmax(0,40rem)_minmax(0,19rem)] lg:justify-between lg:gap-16">
        <div className="grid min-w-0 content-start gap-8">
          <ClientMessages namespaces={["review"]}>
            <ReviewForm
              key={trainerSlug}
              action={submitReviewAction.bind(null, gym.slug)}
              member={viewer && { id: viewer.id, name: viewer.name }}
              gymSlug={gym.slug}
              trainerSlug={trainerSlug}
              subjects={subjects}
              review={review?.latest ?? null}
            />
          </ClientMessages>
          {review && subjects.length > 1 && (
            <nav aria-labelledby="others" className="border-t border-line pt-5">
              <h2 id="others" className="text-sm text-ink-faint">
                {t("others")}
              </h2>
              <ul className="flex flex-wrap gap-x-5">
                {subjects
                  .filter(({ slug }) => slug !== trainerSlug)
                  .map(({ slug, name: other }) => (
                    <li key={slug}>
                      <Link
                        href={reviewFormPath(gym.slug, slug)}
                        className="inline-flex min-h-11 items-center text-[0.9375rem] underline underline-offset-4"
                      >
                        {other}
                      </Link>
                    </li>
                  ))}
              </ul>
            </nav>
          )}
        </div>
        <ReviewRules isSample={env().SORA_SAMPLE_MODEL} />
      </div>
    </div>
  );
}

/** The gym or trainer of the address, and its name as a title says it. */
async function findSubject({ params, searchParams }: Props) {
  const [{ slug }, { trainer: asked }] = await Promise.all([params, searchParams]);
  const gym = await findGym(slug);
  if (!gym) return null;
  const locale = await getLocale();
  const gymName = localText(locale, gym.name, gym.nameEn);
  if (!asked) return { gym, trainerSlug: "", name: gymName };

  const trainer = gym.trainers.find((one) => one.slug === asked);
  if (!trainer) return null;
  const name = `${gymName} · ${localText(locale, trainer.name, trainer.nameEn)}`;
  return { gym, trainerSlug: trainer.slug, name };
}

/** Pages are asked for without a body; only the form, posted by a browser without its script, has one. */
async function isFormPost() {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
