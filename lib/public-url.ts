import { env } from "./env.ts";

/**
 * Sora's public origin, without a trailing slash. Never taken from a request: its sender chooses the host, and a
 * mailed link must not lead there. Without AUTH_URL it is this machine, which is right for the demo.
 */
export function publicUrl(): string {
  const { AUTH_URL, PORT } = env();
  return AUTH_URL ? new URL(AUTH_URL).origin : `http://localhost:${PORT}`;
}
