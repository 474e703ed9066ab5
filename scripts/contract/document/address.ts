// Classifies IP addresses as private or public, so that a document from an untrusted source cannot make the
// tool request addresses of this machine or of an internal network.
import { BlockList, isIP } from "node:net";

/**
 * Special-purpose IPv4 blocks (https://www.iana.org/assignments/iana-ipv4-special-registry), and multicast.
 */
const private4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const;

/**
 * Special-purpose IPv6 blocks (https://www.iana.org/assignments/iana-ipv6-special-registry). Forms that embed
 * an IPv4 address are checked as that address (`translated`) or are deprecated.
 */
const private6 = [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
] as const;

const inside = new BlockList();
for (const [net, bits] of private4) inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of private6) inside.addSubnet(net, bits, "ipv6");

/** IPv6 prefixes that embed an IPv4 address: NAT64 (RFC 6052) and IPv4-mapped addresses. */
const translated = new BlockList();
translated.addSubnet("64:ff9b::", 96, "ipv6");
translated.addSubnet("::ffff:0:0", 96, "ipv6");

/**
 * Returns true for an IP address (without brackets) that is not globally reachable, and for any text that is
 * not an IP address.
 */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return inside.check(address, "ipv4");
  if (version === 0) return true;
  return translated.check(address, "ipv6")
    ? inside.check(embedded(address), "ipv4")
    : inside.check(address, "ipv6");
}

/** Returns true if the host of a URL is this machine's loopback: `localhost`, `[::1]` or `127.0.0.0/8`. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Returns the IPv4 address in the last 32 bits of an IPv6 address. */
function embedded(address: string): string {
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, "")}]`);
  const groups = expanded(hostname.slice(1, -1)).slice(-2);
  return groups.flatMap((group) => [group >> 8, group & 0xff]).join(".");
}

function expanded(text: string): number[] {
  const [left = "", right] = text.split("::");
  const read = (part: string) => (part === "" ? [] : part.split(":").map((group) => parseInt(group, 16)));
  if (right === undefined) return read(left);
  const [head, tail] = [read(left), read(right)];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
