// Requests for an object, told apart by the name of the schema. Others get the smallest object that fits theirs.
import type { Behaviour } from "./behaviour.ts";
import { judgeTexts } from "./judge-texts.ts";
import { summariseReviews } from "./summarise-reviews.ts";

export type StructuredCall = {
  instructions: string;
  /** The last message of the user. */
  prompt: string;
  /** How a part of the prompt that carries a directive is to be answered; plans made ahead hold for every part. */
  behaviourOf: (part: string) => Partial<Behaviour>;
  /** What this server was started to obey. */
  obeys: Obedience;
};

/** Whether a text has the model's obedience: for itself, for everything in the call, or not at all. */
export type Obedience = (text: string) => "itself" | "all" | null;

/** @returns an object, or a string when the model says something that is none. */
type Answer = (call: StructuredCall) => object | string;

const answers: Record<string, Answer> = {
  judge_texts: judgeTexts,
  summarise_reviews: summariseReviews,
};

/** What the model says to a request with this schema; null when it is not one that it knows. */
export function structuredAnswer(schemaName: string, call: StructuredCall): string | null {
  const answer = answers[schemaName]?.(call);
  return answer === undefined ? null : typeof answer === "string" ? answer : JSON.stringify(answer);
}
