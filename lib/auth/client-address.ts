import { isIP } from "node:net";
import { env } from "../env.ts";

/**
 * The address a request came from, for counting attempts.
 *
 * Next tells handlers nothing about the socket, but writes the socket's address into X-Forwarded-For when a
 * request has no such header. A client can send one itself, so distrustForwardedHeaders() removes it on
 * arrival unless TRUST_PROXY says that proxies stand in front; each of those appends the address it saw, so
 * with n of them the n-th from the right is the last one that nobody outside could write.
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return countedAddress(chain.at(-Math.max(1, env().TRUST_PROXY)) ?? "");
}

/**
 * Whether addresses tell one network from another here. Not an address of this machine's or of its own network while no
 * proxy is trusted: it may be that of a proxy nobody told Sora of, and then it is everybody's.
 */
export function tellsNetworksApart(address: string): boolean {
  return address !== "unknown" && (env().TRUST_PROXY > 0 || !isPrivate(address));
}

/** RFC 1918, RFC 6598 and RFC 3927, loopback, and the like of IPv6 (RFC 4193, RFC 4291), as countedAddress() writes them. */
function isPrivate(address: string): boolean {
  return (
    /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      address,
    ) || /^(?:0:0:0:0::|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/.test(address)
  );
}

/** IPv6 networks hand out 2^64 addresses to each home: the home is counted, not the address. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;

  const version = isIP(address);
  if (version === 4) return address;
  if (version !== 6) return "unknown";

  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
