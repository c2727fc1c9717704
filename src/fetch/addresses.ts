import { lookup as resolve } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { AttacheError } from "../errors.ts";

/** IPv4 addresses that are not of the public internet: IANA's registry of special-purpose addresses, and multicast. */
const SPECIAL_4 = [
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
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
/** Of IPv6 only 2000::/3 is public, but for what is for tunnels, which lead to IPv4 addresses, and for examples. */
const SPECIAL_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const special = new BlockList();
for (const [address, prefix] of SPECIAL_4) special.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of SPECIAL_6) special.addSubnet(address, prefix, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Whether an address is of the public internet, rather than of this machine, its network or its cloud's metadata. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && global6.check(address, "ipv6") && !special.check(address, "ipv6");
}

/** Which addresses may be connected to. */
export type IsAllowed = (address: string) => boolean;

/** @param host of a URL @throws AttacheError "fetch" where it is an address that is not allowed */
export function refuseOthers(host: string, isAllowed: IsAllowed): void {
  const address = host.replace(/^\[|\]$/g, "");
  if (isIP(address) !== 0 && !isAllowed(address)) throw refused(address);
}

/**
 * Resolves a name for a connection that is just being made, and gives allowed addresses only: a name that leads elsewhere
 * by then than when it was looked at leads nowhere.
 */
export function lookupAllowed(isAllowed: IsAllowed): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 0);
      const addresses = found.filter(({ address }) => isAllowed(address));
      const [first] = addresses;
      if (first === undefined) return callback(refused(found[0]?.address ?? hostname), "", 0);
      if (options.all === true) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function refused(address: string): AttacheError {
  return new AttacheError("fetch", `leads to ${address}, which is no public address: allow that with --allow-private`);
}
