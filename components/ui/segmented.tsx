"use client";

import type { ReactNode } from "react";

const accents = {
  sea: "has-checked:border-sea has-checked:bg-sheet has-checked:text-ink",
  t: "has-checked:border-tone-t has-checked:bg-tone-t-soft has-checked:text-tone-t",
  f: "has-checked:border-tone-f has-checked:bg-tone-f-soft has-checked:text-tone-f",
};

type SegmentedOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  accent?: keyof typeof accents;
};

/** Radio buttons side by side. Pass `value` and `onChange`, or only `defaultValue` inside a form. */
export function Segmented<Value extends string>({
  legend,
  isLegendHidden = false,
  name,
  options,
  value,
  defaultValue,
  onChange,
  disabled,
}: {
  legend: ReactNode;
  isLegendHidden?: boolean;
  name: string;
  options: readonly SegmentedOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  disabled?: boolean;
}) {
  return (
    <fieldset className="min-w-0" disabled={disabled}>
      <legend className={isLegendHidden ? "sr-only" : "mb-2 text-sm font-medium"}>{legend}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 rounded-[1rem] bg-sunk p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={`grid min-h-11 cursor-pointer place-content-center justify-items-center rounded-control border border-transparent px-3 py-1.5 text-center text-[0.9375rem] font-medium text-ink-soft transition-colors duration-200 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:opacity-60 ${accents[option.accent ?? "sea"]}`}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              onChange={onChange && (() => onChange(option.value))}
            />
            <span>{option.label}</span>
            {option.hint && <span className="text-xs font-normal text-ink-soft">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
