import { z } from "zod";
import { code, isOwnEmail, nameSchema, passwordSchema, typedPasswordSchema } from "../auth/schema.ts";
import { isTimeZone } from "../time/time-zone.ts";

export const profileSchema = z.object({
  name: nameSchema,
  timeZone: z.string(code("TIME_ZONE_UNKNOWN")).refine(isTimeZone, code("TIME_ZONE_UNKNOWN")),
});

export function passwordChangeSchema(email: string) {
  return z.object({
    currentPassword: typedPasswordSchema,
    password: passwordSchema.refine((password) => !isOwnEmail(password, email), code("PASSWORD_IS_EMAIL")),
  });
}
