const maxRedirects = 5;

/**
 * Calls `url`, or the address that it moved to, and follows 307 and 308, which keep the method and the body.
 * Other redirects turn the call into a GET (RFC 9110, 15.4) and are returned unchanged. `traits` remembers an
 * address that answered until a call to it fails.
 */
export async function followRedirects(
  fetch: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
  traits: { movedTo: URL | null },
): Promise<Response> {
  let target = traits.movedTo ?? url;
  traits.movedTo = null;
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(target, {
      ...init,
      headers: headersFor(url, target, init),
      redirect: "manual",
    });
    const next = redirects < maxRedirects ? redirectOf(response, target) : null;
    if (!next) {
      if (response.ok && target !== url) traits.movedTo = target;
      return response;
    }
    await response.body?.cancel();
    target = next;
  }
}

function redirectOf({ status, headers }: Response, from: URL): URL | null {
  const location = headers.get("location");
  if ((status !== 307 && status !== 308) || !location || !URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  // Never from https to http.
  const isSafe = to.protocol === "https:" || (to.protocol === "http:" && from.protocol === "http:");
  return isSafe ? to : null;
}

/** Another origin does not get the key. */
function headersFor(from: URL, to: URL, { headers }: RequestInit): RequestInit["headers"] {
  if (to.origin === from.origin) return headers;
  const kept = new Headers(headers);
  for (const name of ["authorization", "api-key", "x-api-key"]) kept.delete(name);
  return kept;
}
