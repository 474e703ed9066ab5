// Finds constructs of other languages in regular expressions that ECMA-262 does not have, or interprets
// differently without `u`.

/** A construct that was found, and its replacement. */
export interface ForeignSyntax {
  /** A sentence about the first foreign construct; undefined if there is none. */
  readonly construct: string | undefined;
  /** The pattern with all foreign constructs translated to ECMA-262, as far as a translation is known. */
  readonly fix: string | undefined;
}

/** Escapes of other languages and their meaning; inside of a class the second form. */
const escapes: Readonly<Record<string, readonly [outside: string, inside?: string]>> = {
  A: ["^"],
  z: ["$"],
  Z: ["$"],
  h: ["[\\t ]", "\\t "],
  e: ["\\x1b", "\\x1b"],
  a: ["\\x07", "\\x07"],
  R: ["(?:\\r\\n|[\\n\\r])"],
};

/** POSIX classes, as they are written inside of a class. */
const posix: Readonly<Record<string, string>> = {
  alpha: "A-Za-z",
  digit: "0-9",
  alnum: "A-Za-z0-9",
  upper: "A-Z",
  lower: "a-z",
  space: "\\s",
  blank: " \\t",
  word: "\\w",
  xdigit: "0-9A-Fa-f",
  punct: "!-\\/:-@\\[-`\\{-~",
};

/** Property names of other languages. */
const properties: Readonly<Record<string, string>> = {
  Alpha: "Alphabetic",
  Digit: "Nd",
  Punct: "P",
  Upper: "Uppercase",
  Lower: "Lowercase",
  Space: "White_Space",
};

interface Rule {
  readonly form: RegExp;
  /** Where the form is looked for; undefined: everywhere. */
  readonly where?: "inside" | "outside";
  /** Returns the ECMA-262 equivalent: undefined if there is none; the match itself if it is not foreign. */
  readonly become: (match: RegExpExecArray, inside: boolean) => string | undefined;
  /** Returns true if ECMA-262 has the form, or if it means the same in every language. */
  readonly isFine?: (match: RegExpExecArray, source: string) => boolean;
}

const always = () => true;

/** Returns the number of capturing groups. */
function groupsOf(source: string): number {
  return source.replace(/\\[^]/g, "").match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;
}

/** In the order in which they are tried at each position. */
const rules: readonly Rule[] = [
  { form: /\\Q([^]*?)(?:\\E|$)/y, become: ([, text = ""]) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") },
  {
    form: /\\([pP])\{(\^?)([A-Za-z_=]+)\}/y,
    become: property,
    isFine: (match) => property(match) === match[0],
  },
  { form: /\\([pP])([A-Z])/y, become: ([, sign = "", name = ""]) => `\\${sign}{${name}}` },
  { form: /\\x\{([0-9A-Fa-f]+)\}/y, become: ([, digits = ""]) => `\\u{${digits}}` },
  {
    form: /\\(?:[dDwWsSbBfnrtv0]|c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\}|k<[^>]+>)/y,
    become: ([all]) => all,
    isFine: always,
  },
  {
    form: /\\([1-9][0-9]*)/y,
    become: ([all]) => all,
    isFine: ([, number], source) => Number(number) <= groupsOf(source),
  },
  {
    form: /\\([A-Za-z])/y,
    become: ([, letter = ""], inside) =>
      Object.hasOwn(escapes, letter) ? escapes[letter]?.[inside ? 1 : 0] : undefined,
  },
  {
    form: /\\([^A-Za-z0-9])/y,
    become: ([all, sign = ""], inside) =>
      /[\^$\\.*+?()[\]{}|/]/.test(sign) || (inside && sign === "-") ? all : sign,
    isFine: always,
  },
  {
    form: /\[:(\^?)([a-z]+):\]/y,
    where: "inside",
    become: ([, not = "", name = ""]) => (not === "" && Object.hasOwn(posix, name) ? posix[name] : undefined),
  },
  { form: /&&(?=\[)/y, where: "inside", become: () => undefined },
  {
    form: /\(\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>|[ims]*(?:-[ims]+)?:)/y,
    where: "outside",
    become: ([all]) => all,
    isFine: always,
  },
  { form: /\(\?P<([A-Za-z_]\w*)>/y, where: "outside", become: ([, name = ""]) => `(?<${name}>` },
  { form: /\(\?P=([A-Za-z_]\w*)\)/y, where: "outside", become: ([, name = ""]) => `\\k<${name}>` },
  { form: /\(\?#[^)]*\)/y, where: "outside", become: () => "" },
  { form: /\(\?>/y, where: "outside", become: () => "(?:" },
  { form: /\(\?[^)]*\)?/y, where: "outside", become: () => undefined },
  { form: /\{,([0-9]+)\}/y, where: "outside", become: ([, most = ""]) => `{0,${most}}` },
  { form: /(\{[0-9]+(?:,[0-9]*)?\}|[*+?])\+/y, where: "outside", become: ([, quantifier]) => quantifier },
  { form: /\{[0-9]+(?:,[0-9]*)?\}/y, where: "outside", become: ([all]) => all, isFine: always },
  { form: /[{}\]]/y, where: "outside", become: ([all]) => `\\${all}`, isFine: always },
];

function property([all, sign = "p", not = "", name = ""]: RegExpExecArray): string | undefined {
  const candidates = [name, properties[name], name.replace(/^I[sn]/, ""), name.replace(/^I[sn]/, "Script=")];
  const letter = not === "" ? sign : sign === "p" ? "P" : "p";
  const found = candidates.find((candidate) => candidate !== undefined && isProperty(candidate));
  return found === undefined ? (all === "" ? all : undefined) : `\\${letter}{${found}}`;
}

function isProperty(name: string): boolean {
  try {
    new RegExp(`\\p{${name}}`, "u");
    return true;
  } catch {
    return false;
  }
}

export function foreignSyntax(source: string): ForeignSyntax {
  const flags = /^(\^?)\(\?([ims]+)\)([^]*)$/.exec(source);
  if (flags !== null) {
    const [, start = "", letters = "", rest = ""] = flags;
    const { fix } = foreignSyntax(start + rest);
    const construct = `(?${letters}) is not ECMA-262 syntax`;
    return { construct, fix: fix === undefined ? undefined : `(?${letters}:${fix})` };
  }
  return new ForeignScan(source).result();
}

class ForeignScan {
  readonly #source: string;
  #at = 0;
  #inside = false;
  #construct: string | undefined;
  #fix: string | undefined = "";

  constructor(source: string) {
    this.#source = source;
  }

  result(): ForeignSyntax {
    while (this.#at < this.#source.length) this.#step();
    return { construct: this.#construct, fix: this.#fix };
  }

  #step(): void {
    const found = this.#match();
    if (found === undefined) {
      const sign = this.#source[this.#at] ?? "";
      if (this.#inside ? sign === "]" : sign === "[") this.#inside = !this.#inside;
      this.#write(sign, 1);
      return;
    }
    const { rule, match } = found;
    const become = rule.become(match, this.#inside);
    if (become === undefined || rule.isFine?.(match, this.#source) !== true)
      this.#construct ??= `${match[0]} is not ECMA-262 syntax`;
    this.#write(become, match[0].length);
  }

  #match(): { rule: Rule; match: RegExpExecArray } | undefined {
    for (const rule of rules) {
      if (rule.where !== undefined && (rule.where === "inside") !== this.#inside) continue;
      rule.form.lastIndex = this.#at;
      const match = rule.form.exec(this.#source);
      if (match !== null) return { rule, match };
    }
    return undefined;
  }

  #write(text: string | undefined, length: number): void {
    this.#fix = text === undefined || this.#fix === undefined ? undefined : this.#fix + text;
    this.#at += length;
  }
}
