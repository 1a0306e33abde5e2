import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KitButtons } from "@/components/kit/kit-buttons";
import { KitFields } from "@/components/kit/kit-fields";
import { KitLists } from "@/components/kit/kit-lists";
import { KitMessages } from "@/components/kit/kit-messages";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Kit" };

/** Every component of components/ui in every state, in English. Only with demo accounts. */
export default function KitPage() {
  if (!env().SORA_DEMO) notFound();
  return (
    <div id="top" lang="en" className="wrap grid gap-14 py-10 sm:py-14">
      <h1 className="font-serif text-title">Kit</h1>
      <KitButtons />
      <KitFields />
      <KitMessages />
      <KitLists />
    </div>
  );
}
