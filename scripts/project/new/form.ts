// What `npm run new` needs for a form: the files of a new instance, and its registration.

/** A change of one file; `text` is its whole new content. */
export interface Edit {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
  /** Whether the file must not exist yet. */
  readonly isNew?: true;
}

/** The edits of a form for a name. */
export interface Plan {
  readonly edits: readonly Edit[];
  /** Remaining manual steps, in order. */
  readonly next: readonly string[];
}

/** One form. */
export interface Form {
  /** Pattern of valid names. */
  readonly name: RegExp;
  readonly sample: string;
  /** @param read  returns the text of a file of the project */
  plan(name: string, read: (path: string) => string): Plan;
}

/** An error of the user, printed without a stack. */
export class NewError extends Error {
  override readonly name = "NewError";
}

/** Converts `max-length` → `maxLength`. */
export function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Converts `maxLength` or `max-length` → `MaxLength`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
}

/** Converts `fetchSender` → `fetch-sender`. */
export function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Inserts an import into a text among the imports of the same folder, in alphabetical order. */
export function withImport(text: string, line: string): string {
  const lines = text.split("\n");
  const imports = lines.flatMap((one, index) => (one.startsWith("import ") ? [index] : []));
  const from = (one: string): string => /from "([^"]+)"/.exec(one)?.[1] ?? "";
  const folder = from(line).replace(/[^/]+$/, "");
  const beside = imports.filter((index) => from(lines[index] ?? "").replace(/[^/]+$/, "") === folder);
  const before = beside.find((index) => from(lines[index] ?? "") > from(line));
  lines.splice(before ?? (beside.at(-1) ?? imports.at(-1) ?? -1) + 1, 0, line);
  return lines.join("\n");
}

/** Inserts `line` before the first line that equals `end`, at or after the line that begins with `start`. */
export function withLine(text: string, line: string, [start, end]: readonly [string, string]): string {
  const lines = text.split("\n");
  const from = lines.findIndex((one) => one.startsWith(start));
  const to = lines.findIndex((one, index) => index > from && one.startsWith(end));
  if (from < 0 || to < 0)
    throw new NewError(`no ${JSON.stringify(start)} … ${JSON.stringify(end)} to register in`);
  lines.splice(to, 0, line);
  return lines.join("\n");
}
