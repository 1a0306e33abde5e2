"use client";

import "./globals.css";

import { Button } from "@/components/ui/button";
import messages from "@/messages/global-error.json";

/**
 * When even the layout failed (the database is away, most likely) nobody knows the reader's language: it
 * speaks both. Its sentences have a small file of their own, since every page carries them to the browser.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="ko">
      <body className="grid min-h-dvh place-content-center gap-12 px-6 py-16 text-center">
        <title>{messages.ko.title}</title>
        {(["ko", "en"] as const).map((locale) => (
          <section key={locale} lang={locale} className="grid justify-items-center gap-3">
            <h1 className="font-serif text-title">{messages[locale].title}</h1>
            <p className="max-w-96 text-ink-soft">{messages[locale].body}</p>
            <Button className="mt-3" onClick={retry}>
              {messages[locale].retry}
            </Button>
          </section>
        ))}
      </body>
    </html>
  );
}
