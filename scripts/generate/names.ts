// Names for what a document leaves unnamed or names in a way that no language takes.

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
export function toIdentifier(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return reserved.has(name) ? `${name}_` : name;
  const words = name.split(/[^A-Za-z0-9$]+/).filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  if (joined === "") return "_";
  return /^[0-9]/.test(joined) || reserved.has(joined) ? `_${joined}` : joined;
}

/** `get`, `/pools/{poolId}/senders` → `getPoolsByPoolIdSenders`: the name of an operation that has none. */
export function nameOfOperation(method: string, path: string): string {
  const words = path
    .replace(/\{([^}]*)\}/g, "/by-$1/")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  return toIdentifier([method.toLowerCase(), ...words.map(upperFirst)].join("-"));
}

/** Hands out each name once: a name that is taken gets the first free number behind it. */
export class UniqueNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(name: string): string {
    let free = name;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${name}${number}`;
    this.#taken.add(free);
    return free;
  }
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
