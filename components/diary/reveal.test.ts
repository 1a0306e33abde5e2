import { expect, test } from "vitest";
import { revealStep, revealable } from "./reveal";

const frameMs = 1000 / 60;

/** Plays a text that arrives piece by piece, one piece each `everyFrames`, and returns every state on screen. */
function play(pieces: string[], everyFrames = 3) {
  const screens: string[] = [];
  let text = "";
  let state = { shown: 0, credit: 0 };
  let quiet = 0;
  for (let frame = 0; frame < 10_000; frame += 1) {
    const isEnded = pieces.length === 0 && frame % everyFrames === 0 && frame > 0;
    if (frame % everyFrames === 0 && pieces.length > 0) {
      text += pieces.shift();
      quiet = 0;
    }
    state = revealStep({
      text,
      ...state,
      elapsedMs: frameMs,
      isEnded: pieces.length === 0 && isEnded,
      quietMs: quiet,
    });
    quiet += frameMs;
    screens.push(text.slice(0, state.shown));
    if (isEnded && state.shown === text.length) break;
  }
  return { screens, text };
}

const letters = (text: string) =>
  Array.from(new Intl.Segmenter("ko", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

test.each([
  ["syllables", "오늘 하루도 참 길었지요."],
  ["syllables in letters (NFD)", "오늘 하루도 참 길었지요.".normalize("NFD")],
  ["emoji of many parts", "가족 👩‍👩‍👧‍👦 와 👍🏽 그리고 🇰🇷🇯🇵 ❤️ 끝"],
])("never shows a broken letter: %s", (_, text) => {
  // One UTF-16 unit at a time: every pair and every sequence arrives in parts.
  const { screens } = play(text.split(""));
  const whole = letters(text);
  for (const screen of screens) {
    const shown = letters(screen);
    expect(shown).toEqual(whole.slice(0, shown.length));
    expect(screen.isWellFormed()).toBe(true);
  }
  expect(screens.at(-1)).toBe(text);
});

test("goes steadily: no screen takes back or jumps ahead of a calm stream", () => {
  const text = "물결이 천천히 밀려왔다가 다시 멀어졌어요. ".repeat(12);
  const { screens } = play(text.match(/.{1,4}/g) ?? []);
  let last = 0;
  for (const screen of screens) {
    expect(screen.length).toBeGreaterThanOrEqual(last);
    expect(screen.length - last).toBeLessThanOrEqual(4);
    last = screen.length;
  }
});

test("catches up with a long backlog within about two seconds", () => {
  const { screens } = play(["가".repeat(3000)]);
  expect(screens.length).toBeLessThan(120);
});

test("holds back the last letter while it may still grow, and lets it go when nothing follows", () => {
  expect(revealable("안녕", 0)).toBe(1);
  expect(revealable("안녕", 0, { quietMs: 400 })).toBe(2);
  expect(revealable("안녕", 0, { isEnded: true })).toBe(2);
});

test("holds back a fragment however long it takes", () => {
  expect(revealable("좋아 👩\u200d", 3, { quietMs: 60_000 })).toBe(3);
  expect(revealable("좋아 \ud83c", 3, { quietMs: 60_000 })).toBe(3);
  expect(revealable("가\u1112", 1, { quietMs: 60_000 })).toBe(1);
});
