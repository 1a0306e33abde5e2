"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field-error";

/** In CSS, so that the word beside the stars works without JavaScript. */
const shownWhenChecked = {
  1: "group-has-[input[value='1']:checked]:block",
  2: "group-has-[input[value='2']:checked]:block",
  3: "group-has-[input[value='3']:checked]:block",
  4: "group-has-[input[value='4']:checked]:block",
  5: "group-has-[input[value='5']:checked]:block",
};
const values = [1, 2, 3, 4, 5] as const;

/** Radio buttons styled as stars: all up to the chosen one are filled. */
export function StarInput({ defaultValue, error }: { defaultValue: string; error?: ReactNode }) {
  const t = useTranslations("review.stars");
  return (
    <fieldset
      role="radiogroup"
      aria-required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? "stars-error" : undefined}
      // After an error the focus moves here.
      tabIndex={-1}
      className="group grid min-w-0 justify-items-start gap-1.5"
    >
      <legend className="mb-1.5 text-sm font-medium">{t("legend")}</legend>
      <div className="-ml-2.5 flex flex-wrap items-center gap-x-3">
        <div className="flex text-ink-faint">
          {values.map((value) => (
            <label
              key={value}
              className="relative grid size-13 cursor-pointer place-items-center rounded-control transition-colors duration-200 hover:text-sea has-checked:text-sea has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus [&:has(~label_input:checked)]:text-sea [&:has(~label_input:checked)_path]:fill-current [&:has(input:checked)_path]:fill-current"
            >
              <input
                type="radio"
                className="sr-only"
                name="stars"
                value={value}
                defaultChecked={defaultValue === String(value)}
              />
              <Star className="size-8" />
              <span className="sr-only">{t("option", { count: value, word: t(`words.${value}`) })}</span>
            </label>
          ))}
        </div>
        <p aria-hidden className="text-[0.9375rem] text-ink-soft">
          {values.map((value) => (
            <span key={value} className={`hidden ${shownWhenChecked[value]}`}>
              {t(`words.${value}`)}
            </span>
          ))}
        </p>
      </div>
      <FieldError id="stars-error">{error}</FieldError>
    </fieldset>
  );
}

function Star({ className }: { className: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    >
      <path d="M12 3.4l2.6 5.5 6 .8-4.4 4.2 1.1 6-5.3-2.9-5.3 2.9 1.1-6L3.4 9.7l6-.8L12 3.4Z" />
    </svg>
  );
}
