/** Set by proxy.ts: the page's own address, which a server component cannot ask for. A hint, not a fact. */
export const pathHeader = "x-sora-path";
