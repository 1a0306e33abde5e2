import { z } from "zod";
import type { FormState } from "../../web/form-state.ts";
import { countChars, hasWords, writtenText } from "../../written-text.ts";

type MessageFieldError = "TOO_SHORT" | "TOO_LONG";

export type MessageError =
  | "NOT_FOUND"
  | "CLOSED"
  | "NOT_ASKED"
  /** The moderator decided the appealed verdict, or is the author. */
  | "NOT_ALLOWED";

export type MessageFormState = FormState<MessageFieldError, MessageError | "SIGNED_OUT">;

const code = (error: MessageFieldError) => ({ error });

export const maxMessageChars = 1000;

export const appealMessageSchema = z.object({
  appeal: z.guid(),
  text: z
    .string(code("TOO_SHORT"))
    .transform(writtenText)
    .refine(hasWords, code("TOO_SHORT"))
    .refine((text) => countChars(text) <= maxMessageChars, code("TOO_LONG")),
});
