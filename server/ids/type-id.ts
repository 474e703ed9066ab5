// TypeIDs: a prefix and a UUIDv7 in base 32, so that the order of ids is the order of creation.
// https://github.com/jetify-com/typeid/tree/main/spec, RFC 9562 section 5.7
import { randomFillSync } from "node:crypto";

/** Crockford's base 32 in lower case; its characters ascend in ASCII, so text sorts as the number does. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** The value of each character by its code. */
const digits = new Uint8Array(128);
for (let digit = 0; digit < alphabet.length; digit++) digits[alphabet.charCodeAt(digit)] = digit;
const pairs = Array.from(alphabet, (high) => Array.from(alphabet, (low) => high + low)).flat();

/** 48 bits of time and the 2 bits of padding that base 32 puts before them. */
const timeLength = 10;
const suffixLength = 26;
const maxTime = 2 ** 48 - 1;

/**
 * `rand_a` and the first two bits of `rand_b` (RFC 9562 section 6.2, method 1): counts within a millisecond, from a random start
 * that leaves room for as many ids again.
 */
const counterSize = 2 ** 14;

/** The 20 bits after the time: version 7, twelve bits of the counter, variant 2, and the counter's last two bits. */
function versionAndCounter(counter: number): number {
  return (0b0111 << 16) | ((counter >>> 2) << 4) | (0b10 << 2) | (counter & 0b11);
}

/** Four characters for 20 bits. */
function encode20(bits: number): string {
  return pairs[(bits >>> 10) & 1023]! + pairs[bits & 1023]!;
}

function encodeTime(milliseconds: number): string {
  const time = Math.min(Math.max(milliseconds, 0), maxTime);
  const high = Math.floor(time / 2 ** 20);
  return pairs[high >>> 20]! + encode20(high & 0xfffff) + encode20(time % 2 ** 20);
}

/** Random 20-bit numbers out of one buffer that is filled now and then: a system call for each id would cost more than the id. */
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

/** Makes ids that ascend strictly, whatever the clock does. */
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

  /** A new id: the prefix, then 26 characters such as `01h9krwprkeee8fzqspvwy6nq8`. */
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

/** When an id was made, in milliseconds since the epoch. */
export function timeOfTypeId(id: string): number {
  let time = 0;
  const start = id.length - suffixLength;
  for (let index = start; index < start + timeLength; index++) {
    time = time * 32 + (digits[id.charCodeAt(index)] ?? 0);
  }
  return time;
}

/**
 * A text that sorts after every id made before this millisecond and before every id made in it or later. It is no id itself.
 *
 * @param milliseconds since the epoch; what UUIDv7 cannot express counts as the nearest that it can
 */
export function typeIdBound(prefix: string, milliseconds: number): string {
  return prefix + encodeTime(milliseconds);
}

/** The first id that this millisecond can have, the same whenever it is asked for. */
export function firstTypeId(prefix: string, milliseconds: number): string {
  return typeIdBound(prefix, milliseconds) + encode20(versionAndCounter(0)) + encode20(0).repeat(3);
}

/** An id of the same millisecond, so many places further: the last character moves on, and begins again after `z`. */
export function typeIdBeside(id: string, places: number): string {
  const last = alphabet.indexOf(id.charAt(id.length - 1));
  return id.slice(0, -1) + alphabet.charAt((last + places) % alphabet.length);
}
