import { BlockList, isIP } from "node:net";

import { env } from "../env.ts";

/** What may be called as a push service. The address came from a browser: anyone can write anything there. */
type Allowed = { hosts: string[]; ownOrigins: string[] };

const allowed = (): Allowed => ({
  hosts: env().PUSH_HOSTS,
  ownOrigins: env().PUSH_OWN_ORIGINS.map((url) => new URL(url).origin),
});

export type PushEndpoint = { url: URL; isOwn: boolean };

/** The address of a push service that Sora may call, or null. */
export function readPushEndpoint(endpoint: string, { hosts, ownOrigins } = allowed()): PushEndpoint | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  if (url.username || url.password || url.hash) return null;
  if (ownOrigins.includes(url.origin)) return { url, isOwn: true };

  if (url.protocol !== "https:" || url.port !== "") return null;
  const { hostname } = url;
  const isKnown = hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
  return isKnown && isIP(hostname) === 0 && !hostname.startsWith("[") ? { url, isOwn: false } : null;
}

const privateV4 = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3], // multicast, reserved, broadcast
] as const)
  privateV4.addSubnet(network, prefix, "ipv4");

/** Only 2000::/3 is given out to the public; these parts of it lead elsewhere. */
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
const privateV6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23], // Teredo, benchmarking, ORCHID
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4: an IPv4 address in disguise
  ["3fff::", 20],
] as const)
  privateV6.addSubnet(network, prefix, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !privateV4.check(address, "ipv4");
  // A mapped IPv4 address (::ffff:…) is not in 2000::/3 either.
  return isIP(address) === 6 && publicV6.check(address, "ipv6") && !privateV6.check(address, "ipv6");
}
