"use client";

import Form from "next/form";
import { useLayoutEffect, useRef, type ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Form>, "action" | "ref" | "onSubmit"> & {
  action: string;
  /** The address's value of each field. */
  values: Record<string, string>;
};

/**
 * A form that is sent as an address. Its fields follow the address (back, a link); but what was typed after a search
 * was sent is not replaced when that search arrives.
 */
export function AddressForm({ values, ...props }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<string[]>([]);
  const address = JSON.stringify(values);
  const shown = useRef(address);

  useLayoutEffect(() => {
    if (!form.current || shown.current === address) return;
    shown.current = address;
    const isOwn = sent.current.includes(address);
    if (sent.current.at(-1) === address) sent.current = [];
    if (!isOwn) fill(form.current, JSON.parse(address));
  }, [address]);

  const remember = () => {
    if (form.current) sent.current.push(JSON.stringify(readValues(form.current, Object.keys(values))));
  };
  return <Form {...props} ref={form} onSubmit={remember} />;
}

function readValues(form: HTMLFormElement, names: string[]) {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, data.get(name) ?? ""]));
}

function fill(form: HTMLFormElement, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}
