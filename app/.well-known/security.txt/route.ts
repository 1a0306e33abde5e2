import { env } from "@/lib/env";
import { errorResponse } from "@/lib/web/http";

export const dynamic = "force-dynamic";

const validDays = 180;

/** RFC 9116: the contact for vulnerabilities. 404 without SECURITY_CONTACT. */
export function GET() {
  const { SECURITY_CONTACT, AUTH_URL } = env();
  if (!SECURITY_CONTACT) return errorResponse("NOT_FOUND");
  const lines = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${new Date(Date.now() + validDays * 86_400_000).toISOString()}`,
    "Preferred-Languages: ko, en",
    ...(AUTH_URL ? [`Canonical: ${new URL("/.well-known/security.txt", AUTH_URL).href}`] : []),
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
