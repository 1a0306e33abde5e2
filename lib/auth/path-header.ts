/** Set by proxy.ts: the page's address, which server components cannot read. Clients can forge it. */
export const pathHeader = "x-sora-path";
