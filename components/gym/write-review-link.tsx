import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { getViewer } from "@/lib/auth/viewer";
import { reviewFormPath } from "@/lib/gym/gym-paths";
import { hasReviewOf } from "@/lib/review/own-reviews";

type Place = { id: string; slug: string };

/** Links to the form of a new or existing review. A visitor's link names the sign-in. */
export async function WriteReviewLink({ gym, trainer }: { gym: Place; trainer?: Place }) {
  const [t, viewer] = await Promise.all([getTranslations("gym.write"), getViewer()]);
  const form = reviewFormPath(gym.slug, trainer?.slug);
  if (!viewer) {
    return <LinkButton href={`/signin?next=${encodeURIComponent(form)}`}>{t("signInFirst")}</LinkButton>;
  }
  const place = { authorId: viewer.id, gymId: gym.id, trainerId: trainer?.id ?? null };
  return <LinkButton href={form}>{t((await hasReviewOf(place)) ? "edit" : "write")}</LinkButton>;
}
