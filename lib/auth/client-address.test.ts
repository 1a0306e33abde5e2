import { expect, test, vi } from "vitest";
import { clientAddress, countedAddress } from "./client-address.ts";

const trust = { TRUST_PROXY: 0 };
vi.mock("../env.ts", () => ({ env: () => trust }));

const from = (chain: string) => new Headers({ "x-forwarded-for": chain });

test("without a proxy it is the address Next read from the socket", () => {
  trust.TRUST_PROXY = 0;
  expect(clientAddress(from("203.0.113.9"))).toBe("203.0.113.9");
});

test("behind proxies it is the last address that nobody outside could write", () => {
  trust.TRUST_PROXY = 1;
  expect(clientAddress(from("6.6.6.6, 203.0.113.9"))).toBe("203.0.113.9");
  trust.TRUST_PROXY = 2;
  expect(clientAddress(from("6.6.6.6, 203.0.113.9, 10.0.0.2"))).toBe("203.0.113.9");
});

test("requests that say nothing are counted together", () => {
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
