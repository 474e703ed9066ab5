// TypeIDs: a prefix and a UUIDv7 in base 32, so that ids sort by creation time.
// https://github.com/jetify-com/typeid/tree/main/spec, RFC 9562 section 5.7
import { randomFillSync } from "node:crypto";

/** Crockford's base 32 in lower case; its characters ascend in ASCII, so text sorts as the number does. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** The value of each character, indexed by its code. */
const digits = new Uint8Array(128);
for (let digit = 0; digit < alphabet.length; digit++) digits[alphabet.charCodeAt(digit)] = digit;
const pairs = Array.from(alphabet, (high) => Array.from(alphabet, (low) => high + low)).flat();

/** Characters that encode the time: 48 bits, and the 2 bits of padding that base 32 puts before them. */
const timeLength = 10;
const suffixLength = 26;
const maxTime = 2 ** 48 - 1;

/**
 * Size of the counter: `rand_a` and the first two bits of `rand_b` (RFC 9562 section 6.2, method 1). It
 * counts within a millisecond, from a random start in its lower half, so that at least half of its values
 * remain.
 */
const counterSize = 2 ** 14;

/**
 * The 20 bits after the time: version 7, twelve bits of the counter, variant 2, and the counter's last two
 * bits.
 */
function versionAndCounter(counter: number): number {
  return (0b0111 << 16) | ((counter >>> 2) << 4) | (0b10 << 2) | (counter & 0b11);
}

/** Encodes 20 bits as four characters. */
function encode20(bits: number): string {
  return pairs[(bits >>> 10) & 1023]! + pairs[bits & 1023]!;
}

function encodeTime(milliseconds: number): string {
  const time = Math.min(Math.max(milliseconds, 0), maxTime);
  const high = Math.floor(time / 2 ** 20);
  return pairs[high >>> 20]! + encode20(high & 0xfffff) + encode20(time % 2 ** 20);
}

/**
 * Random 20-bit numbers from a buffer that is refilled when it is used up: a system call for each id would
 * cost more than the id.
 */
class RandomBits {
  readonly #words = new Uint32Array(1024);
  #next = this.#words.length;

  take(): number {
    if (this.#next === this.#words.length) {
      randomFillSync(this.#words);
      this.#next = 0;
    }
    return this.#words[this.#next++]! >>> 12;
  }
}

/** Generates strictly ascending ids, even if the clock is set back. */
export class TypeIdSource {
  readonly #now: () => number;
  readonly #random = new RandomBits();
  #time = -1;
  #encodedTime = "";
  #counter = 0;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Returns a new id: the prefix, then 26 characters such as `01h9krwprkeee8fzqspvwy6nq8`. */
  next(prefix: string): string {
    const now = this.#now();
    if (now > this.#time) this.#moveTo(now);
    else if (++this.#counter === counterSize) this.#moveTo(this.#time + 1);
    const random = this.#random;
    return (
      prefix +
      this.#encodedTime +
      encode20(versionAndCounter(this.#counter)) +
      encode20(random.take()) +
      encode20(random.take()) +
      encode20(random.take())
    );
  }

  #moveTo(time: number): void {
    this.#time = time;
    this.#encodedTime = encodeTime(time);
    this.#counter = this.#random.take() % (counterSize / 2);
  }
}

/** Returns the creation time of an id, in milliseconds since the epoch. */
export function timeOfTypeId(id: string): number {
  let time = 0;
  const start = id.length - suffixLength;
  for (let index = start; index < start + timeLength; index++) {
    time = time * 32 + (digits[id.charCodeAt(index)] ?? 0);
  }
  return time;
}

/**
 * Returns a text that sorts after every id of an earlier millisecond and before every id of this millisecond
 * or a later one. It is not an id itself.
 *
 * @param milliseconds  since the epoch; clamped to the range of UUIDv7
 */
export function typeIdBound(prefix: string, milliseconds: number): string {
  return prefix + encodeTime(milliseconds);
}

/** Returns the lowest possible id of a millisecond; deterministic. */
export function firstTypeId(prefix: string, milliseconds: number): string {
  return typeIdBound(prefix, milliseconds) + encode20(versionAndCounter(0)) + encode20(0).repeat(3);
}

/**
 * Returns another id of the same millisecond: the last character advances by `places`, and wraps around after
 * `z`.
 */
export function typeIdBeside(id: string, places: number): string {
  const last = alphabet.indexOf(id.charAt(id.length - 1));
  return id.slice(0, -1) + alphabet.charAt((last + places) % alphabet.length);
}
