import { z } from "zod";
import { readDraft, removeDraft, writeDraft } from "@/components/ui/sealed-drafts";
import { storedKeys } from "@/lib/browser-storage";
import { decisionKinds, sentDecisionSchema } from "@/lib/review/decision/schema";
import type { TakenDecision } from "./decision-queue";

/** An earlier release may have written them. `shows` is useless for another page. */
const keptSchema = z.array(
  sentDecisionSchema.pick({ fields: true }).extend({
    actId: z.guid(),
    revisionId: z.guid(),
    kind: z.enum(decisionKinds),
    text: z.string(),
  }),
);

/**
 * A moderator's decisions without an answer, encrypted in this browser, because the session or the browser may end before
 * they are sent. Each page keeps its own.
 */
export class KeptDecisions {
  readonly #prefix: string;
  readonly #own: string;

  constructor(memberId: string) {
    this.#prefix = `sora.decisions:${memberId}:`;
    this.#own = this.#prefix + crypto.randomUUID();
  }

  /** Takes over the decisions of other pages; `send` keeps them from then on. */
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
