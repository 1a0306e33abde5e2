import "server-only";

import { headers } from "next/headers";

/**
 * True when a page is rendered as the answer to a form that a browser posted without its script: other requests of a
 * page have no body.
 */
export async function isFormPost(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
