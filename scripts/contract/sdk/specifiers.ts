// The module specifiers of a source text: what it imports, and the same text for files that lie elsewhere or end otherwise.
import { type Code, trustedCode } from "../generate/code.ts";

const specifier = /(\b(?:from|import)\s*\(?\s*)"([^"\n]+)"/g;

/** What a module imports, as written. */
export function specifiersOf(source: string): string[] {
  return [...source.matchAll(specifier)].map(([, , name = ""]) => name);
}

/** The text with each specifier replaced. */
export function withSpecifiers(source: Code, replace: (specifier: string) => string): Code {
  // What stood between the quotes goes on standing there, but for folders and an extension.
  return trustedCode(
    source.replace(specifier, (_, before: string, name: string) => `${before}"${replace(name)}"`),
  );
}

/** `./page.ts` → `./page.cjs`; names of packages stay, and so does what is CommonJS already. */
export function withExtension(source: Code, extension: string): Code {
  return withSpecifiers(source, (name) =>
    name.startsWith(".") ? name.replace(/\.[jt]s$/, `.${extension}`) : name,
  );
}

/** The names that a module imports from another as values, or may import so. */
export function importedNames(source: Code, from: string): Code[] {
  return [...source.matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)].flatMap(([, list = "", module]) =>
    module !== from
      ? []
      : list
          .split(",")
          .map((name) => trustedCode(name.trim()))
          .filter((name) => name !== "" && !name.startsWith("type ")),
  );
}
