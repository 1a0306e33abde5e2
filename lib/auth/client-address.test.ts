import { expect, test, vi } from "vitest";
import { clientAddress, countedAddress, tellsNetworksApart } from "./client-address.ts";

const trust = { TRUST_PROXY: 0 };
vi.mock("../env.ts", () => ({ env: () => trust }));

const from = (chain: string) => new Headers({ "x-forwarded-for": chain });

test("without a proxy it is the address that Next reads from the socket", () => {
  trust.TRUST_PROXY = 0;
  expect(clientAddress(from("203.0.113.9"))).toBe("203.0.113.9");
});

test("behind proxies it is the last address that no outsider can forge", () => {
  trust.TRUST_PROXY = 1;
  expect(clientAddress(from("6.6.6.6, 203.0.113.9"))).toBe("203.0.113.9");
  trust.TRUST_PROXY = 2;
  expect(clientAddress(from("6.6.6.6, 203.0.113.9, 10.0.0.2"))).toBe("203.0.113.9");
});

test("requests without an address are counted together", () => {
  trust.TRUST_PROXY = 2;
  expect(clientAddress(from("203.0.113.9"))).toBe("unknown");
  expect(clientAddress(new Headers())).toBe("unknown");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["not an address", "unknown"],
])("counts %s as %s", (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.2",
  "100.64.0.1",
  "::1",
  "fd00::1",
  "fe80::1",
  "?",
])("%s may be shared by all visitors while no proxy is trusted", (address) => {
  trust.TRUST_PROXY = 0;
  expect(tellsNetworksApart(countedAddress(address))).toBe(false);
});

test.each(["203.0.113.7", "172.32.0.1", "100.128.0.1", "2001:db8::1", "fe00::1"])(
  "%s belongs to one network",
  (address) => {
    trust.TRUST_PROXY = 0;
    expect(tellsNetworksApart(countedAddress(address))).toBe(true);
  },
);

test("behind a trusted proxy a private address also belongs to one network", () => {
  trust.TRUST_PROXY = 1;
  expect(tellsNetworksApart("10.1.2.3")).toBe(true);
  expect(tellsNetworksApart("unknown")).toBe(false);
});
