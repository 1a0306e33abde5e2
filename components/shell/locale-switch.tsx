import { useLocale } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { setLocaleAction } from "@/lib/account/actions";
import { localeNames } from "@/lib/i18n/locale";

const shortNames = { ko: "한", en: "EN" };

export function LocaleSwitch() {
  const other = useLocale() === "ko" ? "en" : "ko";
  return (
    <ActionForm action={setLocaleAction} isTight>
      <button
        name="locale"
        value={other}
        lang={other}
        className="grid min-h-11 min-w-11 place-items-center rounded-control px-2 text-sm font-medium text-ink-soft transition-colors hover:bg-sunk hover:text-ink"
      >
        <span aria-hidden className="sm:hidden">
          {shortNames[other]}
        </span>
        <span className="max-sm:sr-only">{localeNames[other]}</span>
      </button>
    </ActionForm>
  );
}
