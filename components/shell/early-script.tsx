import { headers } from "next/headers";

/** What has to be done before the scripts of the page have loaded. At the end of the body, once. */
export async function EarlyScript({ code }: { code: string }) {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  // Browsers hide a nonce from scripts: React would find another one than it was given.
  return <script suppressHydrationWarning nonce={nonce} dangerouslySetInnerHTML={{ __html: code }} />;
}
