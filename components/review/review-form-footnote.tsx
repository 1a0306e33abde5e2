import { useTranslations } from "next-intl";

export function FormFootnote({
  authorName,
  isBuiltIn,
}: {
  authorName: string | undefined;
  isBuiltIn: boolean;
}) {
  const t = useTranslations("review.form");
  return (
    <p className="text-sm text-ink-soft">
      {authorName !== undefined &&
        t.rich("shownAs", {
          name: () => <strong className="font-medium text-ink wrap-anywhere">{authorName}</strong>,
        })}{" "}
      {t.rich(isBuiltIn ? "checkedNoteBuiltIn" : "checkedNote", {
        rules: (words) => (
          <a href="#rules" className="underline underline-offset-4 hover:text-ink">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
