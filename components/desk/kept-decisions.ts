import { z } from "zod";
import { readDraft, removeDraft, writeDraft } from "@/components/ui/sealed-drafts";
import { storedKeys } from "@/lib/browser-storage";
import { decisionKinds, sentDecisionSchema } from "@/lib/review/decision/schema";
import type { TakenDecision } from "./decision-queue";

/** As an earlier release may have kept them. Which item its page showed next is of no use to another page. */
const keptSchema = z.array(
  sentDecisionSchema.pick({ fields: true }).extend({
    actId: z.guid(),
    revisionId: z.guid(),
    kind: z.enum(decisionKinds),
    text: z.string(),
  }),
);

/**
 * Decisions of a moderator that the server has not answered, sealed in this browser: their page may have to go before, when
 * the session ends or the browser does. Each page keeps its own.
 */
export class KeptDecisions {
  readonly #prefix: string;
  readonly #own: string;

  constructor(memberId: string) {
    this.#prefix = `sora.decisions:${memberId}:`;
    this.#own = this.#prefix + crypto.randomUUID();
  }

  /** Those of other pages, which are this page's to send from now on: `send` keeps them. */
  takeOver(send: (decisions: TakenDecision[]) => void): void {
    for (const name of storedKeys(this.#prefix)) {
      if (name === this.#own) continue;
      send(parse(readDraft(name)));
      removeDraft(name);
    }
  }

  write(decisions: TakenDecision[]): void {
    if (decisions.length > 0) writeDraft(this.#own, JSON.stringify(decisions));
    else removeDraft(this.#own);
  }
}

function parse(kept: string | null): TakenDecision[] {
  try {
    return keptSchema.catch([]).parse(JSON.parse(kept ?? "[]"));
  } catch {
    return [];
  }
}
