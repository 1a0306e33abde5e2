import { headers } from "next/headers";

/** Runs before the page's scripts have loaded. Once, at the end of the body. */
export async function EarlyScript({ code }: { code: string }) {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  // Browsers hide a nonce from scripts, so hydration would report a mismatch.
  return <script suppressHydrationWarning nonce={nonce} dangerouslySetInnerHTML={{ __html: code }} />;
}
