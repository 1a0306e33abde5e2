import Form from "next/form";
import { useId, type ReactNode } from "react";
import { maxSearchChars } from "@/lib/list-query";
import { buttonStyles } from "./button-styles";
import { inputStyles } from "./field";

/**
 * A plain form that asks with its address: a search can be kept, shared and made without script. `children`: what else
 * the address is to say, as hidden fields.
 */
export function SearchForm({
  action,
  q,
  label,
  placeholder = label,
  submit,
  children,
}: {
  action: string;
  q: string;
  label: string;
  placeholder?: string;
  submit: string;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    // The field is made anew for another search, so that going back brings back its words.
    <Form key={q} action={action} role="search" className="flex gap-2 max-sm:has-[select]:flex-wrap">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={maxSearchChars}
        placeholder={placeholder}
        // Else the browser, going back, would fill in what was typed last.
        autoComplete="off"
        enterKeyHint="search"
        className={`${inputStyles} min-w-0 flex-1`}
      />
      {children}
      <button className={buttonStyles({ className: "min-h-12" })}>{submit}</button>
    </Form>
  );
}
