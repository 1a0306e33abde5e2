import { prerender } from "react-dom/static";
import { expect, test, vi } from "vitest";
import { ReplyWords } from "./reply-words";

// What Next's bundler puts there for the app's pages.
vi.mock("next/dynamic", async () => {
  const { default: dynamic } = await import("next/dist/shared/lib/app-dynamic.js");
  return { default: "default" in dynamic ? dynamic.default : dynamic };
});
vi.mock("./reply-markdown", () => ({
  ReplyMarkdown: () => {
    throw new Error("cannot be drawn");
  },
}));

test("a reply that cannot be drawn on the server is sent as its plain text, within the page", async () => {
  const errors: unknown[] = [];
  const page = (
    <main>
      <ReplyWords text={"**한** 줄\n다음 줄"} end="whole" />
    </main>
  );
  const { prelude } = await prerender(page, { onError: (error) => void errors.push(error) });
  const html = await new Response(prelude as ReadableStream).text();
  expect(errors).toHaveLength(1);
  expect(html).toMatch(/^<main>.*\*\*한\*\* 줄\n다음 줄.*<\/main>/s);
});
