// Derives valid identifiers from names in the document, and for unnamed parts of it.
import { type Code, emit, trustedCode } from "./code.ts";
import { printString } from "./literal.ts";

/** Reserved words of ECMAScript modules and TypeScript, and names that a module must not redeclare. */
const reserved = new Set(
  (
    "arguments async await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null of package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield globalThis " +
    "Infinity NaN Object Array Map Set String Number Boolean JSON RegExp Symbol"
  ).split(" "),
);

/**
 * Converts a name to an identifier: `reposGetContent` for `repos/get-content`; valid identifiers are
 * unchanged.
 */
export function toIdentifier(name: string): Code {
  return trustedCode(identifierOf(name));
}

/**
 * Shortens a name derived from texts of any length: at most 80 characters, without splitting a surrogate
 * pair.
 */
export function shortened<Name extends string>(name: Name): Name {
  return (name.length <= 80 ? name : name.slice(0, 80).replace(/[\uD800-\uDBFF]$/, "")) as Name;
}

/** Whether a name cannot be that of a class, function or constant in a module. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

function identifierOf(name: string): string {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)) return reserved.has(name) ? `${name}_` : name;
  const words = wordsIn(name);
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  if (joined === "") return "_";
  return !/^[\p{ID_Start}$]/u.test(joined) || reserved.has(joined) ? `_${joined}` : joined;
}

/** Converts a name to one after a dot, where even reserved words are valid: `pools.delete(…)`. */
export function memberName(name: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? trustedCode(name) : toIdentifier(name);
}

/**
 * Returns a name for an operation without an id: `getPoolsByPoolIdSenders` for `get`,
 * `/pools/{poolId}/senders`.
 */
export function nameOfOperation(method: string, path: string): Code {
  const words = wordsIn(path.replace(/\{([^}]*)\}/g, "/by-$1/"));
  return toIdentifier([method.toLowerCase(), ...words.map(upperFirst)].join("-"));
}

/**
 * Names that every object inherits: if one is declared as an optional member, objects without it cannot be
 * assigned to the type.
 */
export const inheritedNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Those that TypeScript knows: as an optional member, none of them can be omitted. */
const inheritedTypes = new Set(inheritedNames.filter((name) => !name.startsWith("__")));

/**
 * Returns the type of an omitted optional property of this name, in addition to `undefined`:
 * `Object["constructor"]`.
 */
export function inheritedType(name: string): Code | undefined {
  return inheritedTypes.has(name) ? emit`Object[${printString(name)}]` : undefined;
}

/** Returns each name once: a name that is taken gets the first free number as a suffix. */
export class UniqueNames {
  readonly #taken: Set<string>;
  /** The number from which to search for a free name. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take<Name extends string>(name: Name): Name {
    let free = name;
    // An identifier with a number as a suffix is an identifier.
    let number = this.#next.get(name) ?? 2;
    for (; this.#taken.has(free); number += 1) free = `${name}${number}` as Name;
    this.#next.set(name, number);
    this.#taken.add(free);
    return free;
  }
}

/** Splits a name into words of letters and digits of any script, with their combining marks. */
function wordsIn(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{Nd}\p{Nl}$]+/u).filter((word) => word !== "");
}

/** Lower-cases the first letter: `senderPools` for `SenderPools`. */
export function lowerFirst<Name extends string>(word: Name): Name {
  return (word.charAt(0).toLowerCase() + word.slice(1)) as Name;
}

/** Upper-cases the first letter: `ListSenders` for `listSenders`. */
export function upperFirst<Name extends string>(word: Name): Name {
  return (word.charAt(0).toUpperCase() + word.slice(1)) as Name;
}
