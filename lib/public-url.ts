import { env } from "./env.ts";

/**
 * Where people reach this Sora, without a slash at its end. Never taken from a request: whoever sends one chooses its host,
 * and a mailed link must not lead there. Without AUTH_URL it is this machine, which is right for the demo.
 */
export function publicUrl(): string {
  const { AUTH_URL, PORT } = env();
  return AUTH_URL ? new URL(AUTH_URL).origin : `http://localhost:${PORT}`;
}
