import "server-only";

import { headers } from "next/headers";

/** Whether a page answers a form: those are asked for without a body, and only a form, posted by a browser without its script, has one. */
export async function isFormPost(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
