import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** To the form of a review; nobody goes by the sign-in and is told so beforehand. */
export function WriteReviewLink({
  gymSlug,
  trainerSlug,
  isSignedIn,
}: {
  gymSlug: string;
  trainerSlug?: string;
  isSignedIn: boolean;
}) {
  const t = useTranslations("gym.write");
  const form = `/gyms/${gymSlug}/review${trainerSlug ? `?trainer=${trainerSlug}` : ""}`;
  return isSignedIn ? (
    <LinkButton href={form}>{t("write")}</LinkButton>
  ) : (
    <LinkButton href={`/signin?next=${encodeURIComponent(form)}`}>{t("signInFirst")}</LinkButton>
  );
}
