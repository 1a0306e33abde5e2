import { z } from "zod";

export const maxAppealChars = 2_000;

export const suspensionAppealSchema = z.object({
  text: z
    .string()
    .transform((text) => text.trim().normalize("NFC"))
    .pipe(z.string().min(1).max(maxAppealChars)),
});
