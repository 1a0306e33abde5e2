import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { captureLog } from "@/test/captured-log";
import type { Reply } from "@/lib/diary/schema";
import { drawLatestReplies } from "./draw-replies";
import type { MarkdownNode } from "./markdown/read-markdown";
import { ReplyMarkdown } from "./reply-markdown";

const { fault } = vi.hoisted(() => ({ fault: { isOn: false } }));
vi.mock("./markdown/read-markdown", async (importOriginal) => {
  const { readMarkdown } = await importOriginal<{ readMarkdown: (text: string) => MarkdownNode[] }>();
  return {
    readMarkdown: (text: string) => {
      if (fault.isOn) throw new RangeError("Maximum call stack size exceeded");
      return readMarkdown(text);
    },
  };
});

const reply = (id: string, more: Partial<Reply> = {}): Reply => ({
  id,
  tone: "F",
  status: "DONE",
  text: "**물(한 잔)**을 마시고\n\n- 하나\n- 둘",
  failure: null,
  isCut: false,
  fingerprint: null,
  feedback: null,
  isShared: false,
  createdAt: "2026-11-30T00:00:00.000Z",
  endedAt: "2026-11-30T00:00:10.000Z",
  ...more,
});

const htmlOf = (replies: Reply[]) =>
  Object.entries(drawLatestReplies(replies)).map(([id, drawn]) => [id, renderToStaticMarkup(drawn)]);

test("the server draws a reply as the browser does", () => {
  const whole = reply("a");
  expect(htmlOf([whole])).toEqual([
    ["a", renderToStaticMarkup(<ReplyMarkdown text={whole.text} end="whole" />)],
  ]);
  const cut = reply("b", { status: "STOPPED", text: "하나 **둘" });
  expect(htmlOf([cut])).toEqual([["b", renderToStaticMarkup(<ReplyMarkdown text={cut.text} end="cut" />)]]);
});

test("only the latest ended reply of each tone is drawn", () => {
  const drawn = drawLatestReplies([
    reply("old"),
    reply("T", { tone: "T" }),
    reply("new"),
    reply("growing", { tone: "T", status: "STREAMING", endedAt: null }),
  ]);
  expect(Object.keys(drawn)).toEqual(["new"]);
  expect(drawLatestReplies([reply("failed", { status: "FAILED", text: "" })])).toEqual({});
});

test("a reply that fails to be drawn is its plain text, and the others are drawn", () => {
  const { records } = captureLog();
  fault.isOn = true;
  const html = htmlOf([reply("a", { text: "**한** <b>줄" }), reply("b", { tone: "T", text: "낱말뿐" })]);
  fault.isOn = false;
  expect(html[0]![1]).toContain("**한** &lt;b&gt;줄");
  expect(html[1]![1]).toContain("낱말뿐");
  expect(records).toMatchObject([{ event: "reply shown as plain text", replyId: "a", error: "RangeError" }]);
});
