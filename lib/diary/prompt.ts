import { forEveryReply, forF, forT, whenInDanger } from "./instructions.ts";
import type { Tone } from "./schema.ts";

export function replyInstructions({ tone, name, body }: { tone: Tone; name: string; body: string }): string {
  return instructions[tone].replaceAll("{name}", oneLine(name)).replaceAll("{language}", languageOf(body));
}

const inTone = (tone: string) => [forEveryReply, tone, whenInDanger].map((part) => part.trim()).join("\n\n");
const instructions = { T: inTone(forT), F: inTone(forF) } satisfies Record<Tone, string>;

/** A page that contains the closing tag cannot leave the tags. */
export function replyPrompt({ date, body }: { date: string; body: string }): string {
  const page = body.replaceAll(/<(?=\/?diary-page)/gi, "‹");
  return `<diary-page date="${date}">\n${page}\n</diary-page>`;
}

/** Korean from a fifth of Hangul letters on: names and brands are Latin. */
export function languageOf(body: string): "Korean" | "English" {
  const letters = body.replaceAll(/\P{Letter}+/gu, "").length;
  const hangul = body.replaceAll(/\P{Script=Hangul}+/gu, "").length;
  return hangul > letters / 5 ? "Korean" : "English";
}

// A display name is free text and must stay one short phrase in the instructions.
const oneLine = (name: string) => name.replaceAll(/[\p{Control}{}<>"]+/gu, " ").trim();
