import { BlockList, isIP } from "node:net";

import { env } from "../env.ts";

/** The push services that may be called. Endpoints come from browsers, so anybody can send any address. */
type Allowed = { hosts: string[]; ownOrigins: string[] };

const allowed = (): Allowed => ({
  hosts: env().PUSH_HOSTS,
  ownOrigins: env().PUSH_OWN_ORIGINS.map((url) => new URL(url).origin),
});

export type PushEndpoint = { url: URL; isOwn: boolean };

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

/** Only 2000::/3 is assigned publicly; the parts below are not public. */
const publicV6 = new BlockList();
publicV6.addSubnet("2000::", 3, "ipv6");
const privateV6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23], // Teredo, benchmarking, ORCHID
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4 embeds an IPv4 address
  ["3fff::", 20],
] as const)
  privateV6.addSubnet(network, prefix, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !privateV4.check(address, "ipv4");
  // Excludes mapped IPv4 addresses (::ffff:…), which are not in 2000::/3.
  return isIP(address) === 6 && publicV6.check(address, "ipv6") && !privateV6.check(address, "ipv6");
}
