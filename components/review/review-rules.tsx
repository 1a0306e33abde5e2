import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { activeRules } from "@/lib/moderation/policy/rules";
import { currentPolicy } from "@/lib/moderation/policy/data";

export async function ReviewRules({ isBuiltIn }: { isBuiltIn: boolean }) {
  const [t, locale, policy] = await Promise.all([
    getTranslations("review.rules"),
    getLocale(),
    currentPolicy(),
  ]);
  return (
    <aside id="rules" aria-labelledby="rules-title" className="grid content-start gap-4">
      <div className="grid gap-2 text-[0.9375rem] leading-relaxed text-ink-soft">
        <h2 id="rules-title" className="font-serif text-lg text-ink">
          {t("title")}
        </h2>
        <p>{t(isBuiltIn ? "checkBuiltIn" : "check")}</p>
        <p>{t("doubt")}</p>
        {isBuiltIn && <p className="rounded-control bg-sunk px-3.5 py-2.5 text-sm">{t("builtIn")}</p>}
      </div>
      <div>
        <h3 className="text-sm font-medium text-ink-soft">{t("notAllowed")}</h3>
        <ul className="mt-1 divide-y divide-line border-y border-line">
          {activeRules(policy).map(({ id, wording }) => {
            const { title, text } = wording[locale];
            return (
              <li key={id}>
                <details className="group">
                  <summary className="flex min-h-11 list-none items-center justify-between gap-3 text-[0.9375rem] [&::-webkit-details-marker]:hidden">
                    {title}
                    <Icon
                      name="chevronDown"
                      className="size-4.5 text-ink-faint transition-transform duration-200 group-open:rotate-180"
                    />
                  </summary>
                  <p className="pb-3.5 text-sm leading-relaxed text-ink-soft">{text}</p>
                </details>
              </li>
            );
          })}
        </ul>
      </div>
    </aside>
  );
}
