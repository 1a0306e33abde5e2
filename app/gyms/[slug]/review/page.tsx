import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ReviewForm } from "@/components/review/review-form";
import { ReviewHeading } from "@/components/review/review-heading";
import { ReviewRules } from "@/components/review/review-rules";
import { SubjectChoice } from "@/components/review/subject-choice";
import { ClientMessages } from "@/components/shell/client-messages";
import { NoticeBox } from "@/components/ui/notice-box";
import { findReviewingBan } from "@/lib/account/people-suspension";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { isFormPost } from "@/lib/web/form-post";
import { submitReviewAction } from "@/lib/review/actions";
import { findGym } from "@/lib/gym/gym-data";
import { reviewFormPath } from "@/lib/gym/gym-paths";
import { findPlace } from "@/lib/gym/find-place";
import { goWhereItIs } from "@/lib/gym/go-where-it-is";
import { localText } from "@/lib/gym/local-text";
import { findOwnReviews } from "@/lib/review/own-reviews";

type Props = PageProps<"/gyms/[slug]/review">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findSubject(props);
  if (!found) return {};
  const t = await getTranslations("review.form");
  // Names only the gym, because the title does not change with the choice in the form.
  return { title: t("newTitle", { name: found.gymName }) };
}

export default async function ReviewPage(props: Props) {
  const found = (await findSubject(props)) ?? (await followSubject(props));
  // A plain post without a session still shows the form with its text.
  const viewer = (await isFormPost()) ? await getViewer() : await requireViewer();
  const { gym, gymName, trainerSlug } = found;
  const [t, locale, format, reviews, suspendedUntil] = await Promise.all([
    getTranslations("review.form"),
    getLocale(),
    getFormatter(),
    viewer ? findOwnReviews({ authorId: viewer.id, gymId: gym.id }) : [],
    viewer && findReviewingBan(viewer.id),
  ]);
  const reviewOf = (slug: string) => reviews.find(({ trainer }) => (trainer?.slug ?? "") === slug);
  const review = reviewOf(trainerSlug);
  const subjects = [
    { slug: "", name: t("gymItself") },
    ...gym.trainers.map((one) => ({ slug: one.slug, name: localText(locale, one.name, one.nameEn) })),
  ].map((subject) => ({ ...subject, isReviewed: reviewOf(subject.slug) !== undefined }));

  const isBuiltIn = env().SORA_BUILT_IN_JUDGE;
  const editLead = review?.isPublished ? "editLead" : "editLeadUnseen";

  return (
    <ClientMessages namespaces={["review"]}>
      <SubjectChoice key={trainerSlug} trainerSlug={trainerSlug}>
        <div className="wrap grid gap-8 pt-6 pb-16 sm:pt-10">
          <ReviewHeading
            gym={{ slug: gym.slug, name: gymName }}
            subjects={subjects}
            lead={review ? editLead : "lead"}
          />
          <div className="grid gap-12 lg:grid-cols-[minmax(0,40rem)_minmax(0,19rem)] lg:justify-between lg:gap-16">
            <div className="grid min-w-0 content-start gap-8">
              {suspendedUntil && (
                <NoticeBox>
                  {t("suspended", {
                    until: format.dateTime(suspendedUntil, { dateStyle: "long", timeStyle: "short" }),
                  })}
                </NoticeBox>
              )}
              {review?.appeal?.outcome === null && <NoticeBox>{t("endsAppeal")}</NoticeBox>}
              <ReviewForm
                action={submitReviewAction.bind(null, gym.slug)}
                member={viewer && { id: viewer.id, name: viewer.name }}
                gymSlug={gym.slug}
                trainerSlug={trainerSlug}
                subjects={subjects}
                review={review?.latest ?? null}
                isBuiltIn={isBuiltIn}
              />
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
            <ReviewRules isBuiltIn={isBuiltIn} />
          </div>
        </div>
      </SubjectChoice>
    </ClientMessages>
  );
}

async function findSubject(props: Props) {
  const { gymSlug, trainerSlug } = await readAddress(props);
  const gym = await findGym(gymSlug);
  if (!gym) return null;
  const locale = await getLocale();
  const gymName = localText(locale, gym.name, gym.nameEn);
  const isThere = !trainerSlug || gym.trainers.some(({ slug }) => slug === trainerSlug);
  return isThere ? { gym, gymName, trainerSlug } : null;
}

/** The merged place. A submitted form stays on this URL, because the response contains its text. */
async function followSubject(props: Props) {
  const { gymSlug, trainerSlug } = await readAddress(props);
  const place = (await isFormPost()) && (await findPlace(gymSlug, trainerSlug));
  const moved = place && {
    params: Promise.resolve({ slug: place.gymSlug }),
    searchParams: Promise.resolve({ trainer: place.trainerSlug }),
  };
  return (moved && (await findSubject(moved))) || goWhereItIs(gymSlug, trainerSlug, reviewFormPath);
}

async function readAddress({ params, searchParams }: Props) {
  const [{ slug }, { trainer }] = await Promise.all([params, searchParams]);
  return { gymSlug: slug, trainerSlug: typeof trainer === "string" ? trainer : "" };
}
