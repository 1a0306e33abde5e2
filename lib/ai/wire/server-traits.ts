import { processWide } from "../../process-wide.ts";
import type { ModelServer } from "../model-servers.ts";
import type { Refusal } from "./adapt-request.ts";

/**
 * What a process has learned about a server and model. Each process learns it separately, at the cost of one
 * refused call.
 */
type ServerTraits = {
  refusals: Set<Refusal>;
  movedTo: URL | null;
  /** The text begins within a thought of which only the closing tag is sent. Null: not known yet. */
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

export function forgetServerTraits(): void {
  known.clear();
}
