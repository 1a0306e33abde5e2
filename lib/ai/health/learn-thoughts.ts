import "server-only";

import type { ModelServer } from "../model-servers.ts";
import { AnswerReader } from "../wire/answer-reader.ts";
import { FlushTimer } from "../wire/flush-timer.ts";
import { serverTraits } from "../wire/server-traits.ts";
import { ThoughtFilter } from "../wire/thought-filter.ts";

/** No model thinks for longer about a tiny question. A slower one is learned from its first reply. */
const maxMs = 60_000;
const maxChars = 20_000;

type Body = { first: readonly Uint8Array[]; rest: ReadableStreamDefaultReader<Uint8Array> };

/**
 * Reads an answer until it shows how the model sends its thoughts, and remembers that, so that even the first
 * reply shows no thoughts whose opening tag is never sent. An answer without thoughts proves nothing: some
 * models think only about some questions. Never rejects.
 */
export async function learnThoughts(server: ModelServer, { first, rest }: Body): Promise<void> {
  let hasOwnThoughts = false;
  let isOver = false;
  let chars = 0;
  const onThinking = () => void (hasOwnThoughts = true);
  const filter = new ThoughtFilter({
    onText: (piece) => void (chars += piece.length),
    onThinking,
    onRetract: () => {},
  });
  const answer = new AnswerReader(new FlushTimer(10), {
    onText: (piece) => filter.push(piece),
    onThinking,
    forward: () => {},
    onEnd: () => void (isOver = true),
  });
  const isDecided = () => isOver || hasOwnThoughts || filter.sawBareThought || chars > maxChars;
  const timer = setTimeout(() => void rest.cancel().catch(() => {}), maxMs);
  timer.unref();
  try {
    for (const bytes of first) answer.push(bytes);
    while (!isDecided()) {
      const { done, value } = await rest.read();
      if (done) answer.end();
      else answer.push(value);
      isOver ||= done;
    }
  } catch {
    // A broken connection shows nothing more.
  }
  clearTimeout(timer);
  answer.cancel();
  await rest.cancel().catch(() => {});
  if (filter.sawBareThought || hasOwnThoughts) serverTraits(server).beginsInThought ??= !hasOwnThoughts;
}
