import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { textLang } from "@/components/ui/text-lang";
import { closeSuggestionAction } from "@/lib/gym/gym-actions";

type Suggestion = { id: string; text: string; createdAt: Date; author: { name: string } };

/** @param moreCount open suggestions that are not in the list */
export function OpenSuggestions(props: { suggestions: Suggestion[]; moreCount: number }) {
  const { suggestions, moreCount } = props;
  const t = useTranslations("adminGym.suggestions");
  const format = useFormatter();
  return (
    <section aria-labelledby="suggestions" className="rounded-sheet bg-sunk p-5 sm:p-6">
      <h2 id="suggestions" className="font-serif text-lg">
        {t("title")}
      </h2>
      {suggestions.length === 0 && <p className="mt-1 text-[0.9375rem] text-ink-soft">{t("none")}</p>}
      <ul>
        {suggestions.map(({ id, text, createdAt, author }) => (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4 last:border-0 last:pb-0"
          >
            <div className="min-w-0 flex-[1_1_16rem]">
              <p lang={textLang(text)} dir="auto" className="wrap-anywhere whitespace-pre-line">
                {text}
              </p>
              <p className="mt-1 text-[0.8125rem] text-ink-faint">
                {t("by", { name: author.name, date: format.dateTime(createdAt, { dateStyle: "long" }) })}
              </p>
            </div>
            <ActionForm action={closeSuggestionAction}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton variant="secondary" aria-label={t("closeLabel", { text: text.slice(0, 60) })}>
                {t("close")}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      {moreCount > 0 && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("more", { count: moreCount })}</p>
      )}
    </section>
  );
}
