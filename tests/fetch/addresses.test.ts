import { expect, it } from "vitest";
import { isPublic } from "../../src/fetch/addresses.ts";

it.each(["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])(
  "%s is public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

it.each([
  ["0.0.0.0", "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ["169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.19.0.1"],
  ["::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1"],
  ["64:ff9b::7f00:1", "2001::1", "2001:db8::1", "2002:7f00:1::", "localhost", ""],
])("of no public address: %s, %s, …", (...addresses) => {
  expect(addresses.filter(isPublic)).toEqual([]);
});
