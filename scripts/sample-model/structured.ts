// Structured answers by the schema's name. Unknown schemas get the smallest valid object.
import type { Behaviour } from "./behaviour.ts";
import { judgeTexts } from "./judge-texts.ts";
import { summariseReviews } from "./summarise-reviews.ts";

export type StructuredCall = {
  instructions: string;
  prompt: string;
  behaviourOf: (part: string) => Partial<Behaviour>;
  obeys: Obedience;
};

/** What a text makes the model obey: for itself, for the whole call, or nothing. */
export type Obedience = (text: string) => "itself" | "all" | null;

type Answer = (call: StructuredCall) => object | string;

const answers: Record<string, Answer> = {
  judge_texts: judgeTexts,
  summarise_reviews: summariseReviews,
};

export function structuredAnswer(schemaName: string, call: StructuredCall): string | null {
  const answer = answers[schemaName]?.(call);
  return answer === undefined ? null : typeof answer === "string" ? answer : JSON.stringify(answer);
}
