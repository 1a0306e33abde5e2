import { expect, test } from "vitest";
import messages from "../../messages/unavailable.json" with { type: "json" };
import carriedFont from "../unavailable-font.json" with { type: "json" };
import { unavailablePage } from "./unavailable-page.ts";

const pageIn = (language: string) =>
  unavailablePage({
    method: "GET",
    headers: new Headers({ "accept-language": language }),
    cookies: { get: () => undefined },
  });

test("the Korean page carries a font with every letter that it shows (else: npm run fonts), in 20 kB", async () => {
  const missing = [...new Set(Object.values(messages.ko).join(""))].filter(
    (letter) => !carriedFont.letters.includes(letter),
  );
  expect(missing).toEqual([]);
  const page = pageIn("ko");
  expect(page.headers.get("content-security-policy")).toContain("font-src data:");
  const html = await page.text();
  expect(html).toContain(carriedFont.woff2);
  expect(html.length).toBeLessThan(20_000);
});

test("the English page carries none", async () => {
  expect((await pageIn("en").text()).length).toBeLessThan(5_000);
});
