import { useLocale } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { setLocaleAction } from "@/lib/account/actions";
import { localeNames, locales } from "@/lib/i18n/locale";

export function LanguageButtons({ legend }: { legend: string }) {
  const current = useLocale();
  return (
    <ActionForm action={setLocaleAction}>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
        <div className="grid grid-cols-2 gap-1 rounded-[1rem] bg-sunk p-1">
          {locales.map((locale) => (
            <button
              key={locale}
              name="locale"
              value={locale}
              lang={locale}
              aria-pressed={locale === current}
              className="min-h-11 rounded-control border border-transparent text-[0.9375rem] text-ink-soft transition-colors hover:text-ink aria-pressed:border-line-strong aria-pressed:bg-sheet aria-pressed:text-ink"
            >
              {localeNames[locale]}
            </button>
          ))}
        </div>
      </fieldset>
    </ActionForm>
  );
}
