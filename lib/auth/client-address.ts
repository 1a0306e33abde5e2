import { isIP } from "node:net";
import { env } from "../env.ts";

/**
 * The address that a request came from, for limits.
 * Next does not expose the socket, but writes its address into X-Forwarded-For when the request has no such header. A
 * client can send the header itself, so distrustForwardedHeaders() deletes it on arrival unless TRUST_PROXY is set.
 * Each trusted proxy appends the address it saw, so with n proxies the n-th from the right is the last one that no
 * outsider can forge.
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return countedAddress(chain.at(-Math.max(1, env().TRUST_PROXY)) ?? "");
}

/**
 * False when all visitors may share the address: without a trusted proxy, a private address may belong to a proxy
 * that is not configured.
 */
export function tellsNetworksApart(address: string): boolean {
  return address !== "unknown" && (env().TRUST_PROXY > 0 || !isPrivate(address));
}

/**
 * RFC 1918, RFC 6598 and RFC 3927, loopback, and their IPv6 counterparts (RFC 4193, RFC 4291), as countedAddress()
 * writes them.
 */
function isPrivate(address: string): boolean {
  return (
    /^(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      address,
    ) || /^(?:0:0:0:0::|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/.test(address)
  );
}

/** An IPv6 network assigns 2^64 addresses to each home, so the /64 prefix is counted. */
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
