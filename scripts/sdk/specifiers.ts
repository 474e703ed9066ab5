// The module specifiers of a source text: what it imports, and the same text for files that lie elsewhere or end otherwise.

const specifier = /(\b(?:from|import)\s*\(?\s*)"([^"\n]+)"/g;

/** What a module imports, as written. */
export function specifiersOf(source: string): string[] {
  return [...source.matchAll(specifier)].map(([, , name = ""]) => name);
}

/** The text with each specifier replaced. */
export function withSpecifiers(source: string, replace: (specifier: string) => string): string {
  return source.replace(specifier, (_, before: string, name: string) => `${before}"${replace(name)}"`);
}

/** `./page.ts` → `./page.cjs`; names of packages stay, and so does what is CommonJS already. */
export function withExtension(source: string, extension: string): string {
  return withSpecifiers(source, (name) =>
    name.startsWith(".") ? name.replace(/\.[jt]s$/, `.${extension}`) : name,
  );
}

/** The names that a module imports from another as values, or may import so. */
export function importedNames(source: string, from: string): string[] {
  return [...source.matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)].flatMap(([, list = "", module]) =>
    module !== from
      ? []
      : list
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type ")),
  );
}
