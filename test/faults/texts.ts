import { reviewText } from "../../e2e/support/review-texts.ts";
import type { ReviewText } from "./history.ts";

/** Part of every page. It must never appear in a log, a job or a metric. */
export const canary = "물총새의비밀";

const given = "[[reply]]";

export function pageText(name: string, count: number, words: number): string {
  const reply = Array.from({ length: words }, (_, at) => `${name}-${count}-${at}`).join(" ");
  return `${canary} ${name} ${count}번째 기록. [[model delay=60 rate=40]] ${given} ${reply}`;
}

export const replyTo = (page: string): string => page.split(given)[1]!.trim();

const abuse = "트레이너가 씨발 개새끼예요";
const hearsay = "소문에 의하면 그렇대요";

/**
 * Three of four are harmless, the others break a rule or rest on hearsay. The sample judge's verdict on each is certain.
 */
export function reviewOf(at: number): ReviewText {
  const plain = reviewText(at);
  if (at % 8 === 3) return { body: `${plain} ${abuse} ${at}.`, expected: "REJECTED" };
  if (at % 8 === 6) return { body: `${plain} ${hearsay}.`, expected: "HELD" };
  return { body: plain, expected: "APPROVED" };
}
