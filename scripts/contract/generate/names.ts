// Names for what a document leaves unnamed or names in a way that no language takes.
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

/** `repos/get-content` → `reposGetContent`; what is an identifier already stays as it is. */
export function toIdentifier(name: string): Code {
  return trustedCode(identifierOf(name));
}

/** A name that texts of any length end in: 80 characters at most, and no character cut in two. */
export function shortened<Name extends string>(name: Name): Name {
  return (name.length <= 80 ? name : name.slice(0, 80).replace(/[\uD800-\uDBFF]$/, "")) as Name;
}

/** Whether a name can be that of a class, a function or a constant in a module. */
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

/** A name after a dot, where even reserved words may stand: `pools.delete(…)`. */
export function memberName(name: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? trustedCode(name) : toIdentifier(name);
}

/** `get`, `/pools/{poolId}/senders` → `getPoolsByPoolIdSenders`: the name of an operation that has none. */
export function nameOfOperation(method: string, path: string): Code {
  const words = wordsIn(path.replace(/\{([^}]*)\}/g, "/by-$1/"));
  return toIdentifier([method.toLowerCase(), ...words.map(upperFirst)].join("-"));
}

/** What every object has: as an optional member, no object without it could be assigned to its type. */
export const inheritedNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Those of them that TypeScript knows: as the type of an optional member, none of them can be left out. */
const inheritedTypes = new Set(inheritedNames.filter((name) => !name.startsWith("__")));

/** What reading an optional property gives where it is left out, beside `undefined`: `Object["constructor"]`. */
export function inheritedType(name: string): Code | undefined {
  return inheritedTypes.has(name) ? emit`Object[${printString(name)}]` : undefined;
}

/** Hands out each name once: a name that is taken gets the first free number behind it. */
export class UniqueNames {
  readonly #taken: Set<string>;
  /** The number with which a free name is looked for. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take<Name extends string>(name: Name): Name {
    let free = name;
    // What is an identifier with a number behind it is one, too.
    let number = this.#next.get(name) ?? 2;
    for (; this.#taken.has(free); number += 1) free = `${name}${number}` as Name;
    this.#next.set(name, number);
    this.#taken.add(free);
    return free;
  }
}

/** Of letters and digits of any script, with the marks that belong to them. */
function wordsIn(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{Nd}\p{Nl}$]+/u).filter((word) => word !== "");
}

/** `SenderPools` → `senderPools`. */
export function lowerFirst<Name extends string>(word: Name): Name {
  return (word.charAt(0).toLowerCase() + word.slice(1)) as Name;
}

/** `listSenders` → `ListSenders`. */
export function upperFirst<Name extends string>(word: Name): Name {
  return (word.charAt(0).toUpperCase() + word.slice(1)) as Name;
}
