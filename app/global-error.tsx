"use client";

import "./globals.css";

import { buttonStyles } from "@/components/ui/button-styles";
import messages from "@/messages/global-error.json";

/**
 * The layout failed (usually the database is unreachable), so the reader's language is unknown: shows both. The texts are
 * in a separate small file, because every page sends them to the browser.
 */
export default function GlobalError() {
  return (
    <html lang="ko">
      <body>
        <title>{messages.ko.title}</title>
        <link rel="icon" href="/icon.svg" />
        <main className="grid min-h-dvh place-content-center gap-14 px-6 py-16 text-center">
          {(["ko", "en"] as const).map((locale) => (
            <section key={locale} lang={locale} className="grid justify-items-center gap-3">
              <h1 className="font-serif text-title">{messages[locale].title}</h1>
              <p className="max-w-96 text-ink-soft">{messages[locale].body}</p>
              {/* A form, because it reloads the page even if this page's script does not run. */}
              <form className="mt-3">
                <button type="submit" className={buttonStyles({})}>
                  {messages[locale].retry}
                </button>
              </form>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
