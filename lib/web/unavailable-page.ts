import { type Locale, isLocale, localeCookie, negotiateLocale } from "../i18n/locale.ts";
import { privateHeaders } from "./http.ts";
import messages from "../../messages/unavailable.json";
import carriedFont from "../unavailable-font.json" with { type: "json" };
import { retryHeaders } from "./retry-headers.ts";
import { isTheme, themeCookie } from "../theme.ts";

type Asked = {
  method: string;
  headers: Headers;
  cookies: { get(name: string): { value: string } | undefined };
};

/**
 * The page for an unreachable database. Needs no script, no style file and no font: in Korean it contains the glyphs that it
 * shows. A visit is retried by the browser; a form that was sent is not, and its page states that nothing was saved.
 */
export function unavailablePage({ method, headers, cookies }: Asked): Response {
  const isVisit = method === "GET" || method === "HEAD";
  const chosen = cookies.get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale(headers.get("accept-language"));
  const theme = cookies.get(themeCookie)?.value;
  const nonce = crypto.randomUUID();
  const html = page({ locale, theme: isTheme(theme) && theme !== "system" ? theme : "", nonce, isVisit });
  return new Response(method === "HEAD" ? null : html, {
    status: 503,
    headers: {
      ...privateHeaders,
      ...retryHeaders(isVisit),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; font-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}

function page(look: { locale: Locale; theme: string; nonce: string; isVisit: boolean }): string {
  const { locale, theme, nonce, isVisit } = look;
  const { title, body, posted, retry } = messages[locale];
  // A form without a script: sending it loads the page again.
  const again = isVisit ? `<form><button>${retry}</button></form>` : "";
  return `<!doctype html>
<html lang="${locale}"${theme && ` data-theme="${theme}"`}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<style nonce="${nonce}">${locale === "ko" ? fontFace : ""}${style}</style>
<main>
<svg aria-hidden="true" viewBox="0 0 120 40"><path d="M46 22a14 14 0 0 1 28 0M4 22h112M26 28h68M44 34h32"/></svg>
<h1>${title}</h1>
<p>${isVisit ? body : posted}</p>
${again}
</main>
</html>
`;
}

/** By `npm run fonts`. After the device's own fonts in each list below: it is only decoded where those lack a letter. */
const fontFace = `
@font-face { font-family: Carried; src: url("data:font/woff2;base64,${carriedFont.woff2}") format("woff2") }`;

/** The colours of app/globals.css. */
const style = `
:root { color-scheme: light dark }
[data-theme="light"] { color-scheme: light }
[data-theme="dark"] { color-scheme: dark }
body { margin: 0; background: light-dark(#f4f3ee, #0b151b); color: light-dark(#16262d, #e3ebec);
  font: 1rem/1.65 "Pretendard Variable", Pretendard, system-ui, "Apple SD Gothic Neo", "Noto Sans KR", Carried, sans-serif }
main { min-height: 100dvh; box-sizing: border-box; padding: 4rem 1.5rem; display: grid; place-content: center;
  justify-items: center; gap: 1rem; text-align: center; word-break: keep-all }
svg { width: 9rem; fill: none; stroke: light-dark(#7f8a8d, #6d828b); stroke-width: 1.1; stroke-linecap: round }
h1 { margin: 0; text-wrap: balance; font: 1.75rem/1.35 "Gowun Batang", "Apple SD Gothic Neo", "Noto Serif KR", Carried, serif }
p { margin: 0; max-width: 24rem; text-wrap: balance; color: light-dark(#43545b, #b0bfc4) }
button { margin-top: 1rem; min-height: 2.75rem; padding: 0 1.125rem; border: 0; border-radius: 0.75rem; cursor: pointer;
  font: inherit; font-weight: 500; background: light-dark(#163e4c, #c9e0e4); color: light-dark(#f7f6f1, #0b1a21) }
:focus-visible { outline: 2px solid light-dark(#0b6f92, #7fd0ea); outline-offset: 2px }
`;
