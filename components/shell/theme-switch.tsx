"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Icon, type IconName } from "@/components/ui/icon";
import { setThemeAction } from "@/lib/account/actions";
import { keepPreference } from "@/lib/preference-cookie";
import { themeCookie, themes, type Theme } from "@/lib/theme";

const icons: Record<Theme, IconName> = { system: "wave", light: "sun", dark: "moon" };

/** Three submit buttons: with script the theme changes at once, without it after the reload. */
export function ThemeSwitch({
  theme,
  labels,
  isLegendHidden = true,
}: {
  theme: Theme;
  labels: Record<Theme | "legend", string>;
  isLegendHidden?: boolean;
}) {
  const [chosen, setChosen] = useState(theme);

  function show(next: Theme) {
    setChosen(next);
    keepPreference(themeCookie, next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  }

  return (
    <ActionForm action={setThemeAction} isTight>
      <fieldset>
        <legend className={isLegendHidden ? "sr-only" : "mb-1.5 text-sm font-medium"}>{labels.legend}</legend>
        <div className="grid grid-cols-3 gap-1 rounded-[1rem] bg-sunk p-1">
          {themes.map((name) => (
            <button
              key={name}
              name="theme"
              value={name}
              aria-pressed={name === chosen}
              onClick={() => show(name)}
              className="grid min-h-14 justify-items-center gap-0.5 rounded-control border border-transparent px-1 py-1.5 text-xs text-ink-soft transition-colors hover:text-ink aria-pressed:border-line-strong aria-pressed:bg-sheet aria-pressed:text-ink"
            >
              <Icon name={icons[name]} />
              {labels[name]}
            </button>
          ))}
        </div>
      </fieldset>
    </ActionForm>
  );
}
