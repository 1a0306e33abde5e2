import { processWide } from "../../process-wide.ts";
import type { ModelServer } from "../model-servers.ts";
import type { Refusal } from "./adapt-request.ts";

/** What a server has shown of itself, for one model. Each process finds it out anew: it costs one refused call. */
type ServerTraits = {
  /** What it refused: left out of every further request. */
  refusals: Set<Refusal>;
  /** Where it redirected a call to that was then answered. */
  movedTo: URL | null;
  /** Its text begins within a thought, of which only the closing tag is sent. Null: not known yet. */
  beginsInThought: boolean | null;
};

const known = processWide("model-server-traits", () => new Map<string, ServerTraits>());

export function serverTraits({ baseURL, model }: Pick<ModelServer, "baseURL" | "model">): ServerTraits {
  const key = `${baseURL} ${model}`;
  let traits = known.get(key);
  if (!traits) {
    traits = { refusals: new Set(), movedTo: null, beginsInThought: null };
    known.set(key, traits);
  }
  return traits;
}

/** For tests: servers on a port that another one had before. */
export function forgetServerTraits(): void {
  known.clear();
}
