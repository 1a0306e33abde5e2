import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { TextEnd } from "../reply-blocks";
import { ReplyMarkdown } from "../reply-markdown";
import { closeOpenMarks } from "./half-open";

test.each([
  ["내일은 **작게", "내일은 **작게**"],
  ["내일은 **작게*", "내일은 **작게**"],
  ["내일은 **", "내일은 "],
  ["내일은 *", "내일은 "],
  ["내일은 __작게", "내일은 __작게__"],
  ["내일은 ~~크게", "내일은 ~~크게~~"],
  ["내일은 **작게 *천천히", "내일은 **작게 *천천히***"],
  ["**굵게** 그리고", "**굵게** 그리고"],
  ["`코드", "`코드`"],
  ["해 볼 것\n-", "해 볼 것"],
  ["해 볼 것\n1.", "해 볼 것"],
  ["제목?\n===", "제목?"],
  ["- 하나\n- 둘", "- 하나\n- 둘"],
  ["- 하나\n- **둘", "- 하나\n- **둘**"],
  ["**하나\n- 둘", "**하나\n- 둘"],
  ["3*4와 5*6", "3*4와 5*6"],
  ["2026", ""],
])("%j is shown as %j while it grows", (half, shown) => {
  expect(closeOpenMarks(half, true)).toBe(shown);
});

test.each([
  ["더 읽기: [여기", "더 읽기: ", "더 읽기: [여기"],
  ["더 읽기: [여기](https://so", "더 읽기: ", "더 읽기: [여기](https://so"],
  ["| 때 | 일 |", "", "| 때 | 일 |"],
  ["11. 3", "", "11. 3"],
])("%j waits for its end while it grows, and is shown when nothing more comes", (half, growing, cut) => {
  expect(closeOpenMarks(half, true)).toBe(growing);
  expect(closeOpenMarks(half, false)).toBe(cut);
});

const html = (text: string, end: TextEnd) => renderToStaticMarkup(<ReplyMarkdown text={text} end={end} />);

/** What a reader sees, without the element that a text is in. */
const words = (text: string, end: TextEnd) =>
  html(text, end)
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

const replies = [
  '지금 필요한 건 **"잠깐 쉬기"**는 아닐까요?',
  "**마음 챙김(명상)**을 5분만 해 보세요.",
  "오늘은 **‘괜찮아’**라는 말이 필요했어요.",
  "**천천히 가도 돼요.**그 말을 꼭 하고 싶었어요.",
  "그 마음을 **「서운함」**이라고 불러 볼까요?",
  "*천천히(느리게)*라는 말과 __밑줄__은 ***함께***예요. ~~(취소)~~하고 `코드`도요.",
  "하루 3~4회, 한 번에 10~15분이면 충분해요. 좋아요~~ 힘내요~",
  "2026. 11. 30.은 힘든 하루였죠.\n11. 30. 병원\n- 12. 1. 검사\n- 12. 2.(수) 쉼\n\n'26. 1. 3. 눈",
  "할 일:\n1. **물(한 잔)**을 마시기\n2. 10분 걷기\n   - 천천히\n   - *숨(코로)*을 쉬며\n\n3. 2026. 12. 1. 확인",
  "> **「쉼」**이라는 말\n> 다음 줄\n\n끝 **하나**와 **둘**",
  "## 오늘의 **한 줄**은\n\n---\n\n내용 5*6회와 ^_^ 그리고",
  "자세한 건 https://sora.test에서, [여기](https://sora.test/a_b_c)를 보세요. [주의] 조심",
  "숨 고르기[^1]를 해 봐요.\n\n[^1]: 호흡을 말해요.",
  "| 때 | 일 |\n|---|---|\n| **아침(7시)**에 | 3~4회 |\n| 밤 | 쉼 |\n\n끝",
  "- [ ] 물 한 잔\n- [x] **산책(10분)**은 했어요\n\n```\nconst a = 1 * 2;\n**raw**\n```\n\n끝이에요.",
  "**여러\n줄의 강조(괄호)**를 써요. \\*별표\\*도요.",
];

test.each(replies)("the words only grow: %s", (reply) => {
  const whole = words(reply, "whole");
  let before = "";
  for (let length = 1; length <= reply.length; length += 1) {
    const shown = words(reply.slice(0, length), "growing").trimEnd();
    expect(whole.slice(0, shown.length)).toBe(shown);
    expect(shown.length).toBeGreaterThanOrEqual(before.length);
    before = shown;
  }
  // A last mark may still be held back.
  expect(whole.length - before.length).toBeLessThan(12);
});

test.each(replies)("what is bold stays bold: %s", (reply) => {
  const elements = (text: string, end: TextEnd) =>
    [...html(text, end).matchAll(/<(strong|em|del|code|sup|li|h4)\b[^>]*>/g)].map(([, tag]) => tag);
  const whole = elements(reply, "whole");
  for (let length = 1; length <= reply.length; length += 1) {
    const shown = elements(reply.slice(0, length), "growing");
    expect(whole.slice(0, shown.length)).toEqual(shown);
  }
});
