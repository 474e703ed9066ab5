// Checks the functions that an application passes to a generated server: errors name the option and the fix.

/** What an option's functions are for, in messages. */
export interface NeededFunctions {
  /** The name of the option: `handlers`. */
  readonly option: string;
  /** `operation` */
  readonly each: string;
  /** The names that the document requires, each with what it stands for. */
  readonly needed: Readonly<Record<string, string>>;
}

/** Throws a TypeError unless an option has exactly one function for each name. */
export function assertFunctions(given: unknown, { option, each, needed }: NeededFunctions): void {
  const names = Object.keys(needed);
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `${option} is missing: pass an object with a function for each ${each} of the document: ${listed(names)}`,
    );
  for (const name of names) {
    const found: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    const described = `${option}.${name}, for ${needed[name] ?? ""},`;
    if (found === undefined || found === null)
      throw new TypeError(`${described} is missing: add a function of this name`);
    if (typeof found !== "function")
      throw new TypeError(`${described} must be a function; it is of type ${typeof found}`);
  }
  const surplus = Object.keys(given).find((name) => !Object.hasOwn(needed, name));
  if (surplus !== undefined)
    throw new TypeError(
      `${option}.${surplus} is for no ${each} of the document: remove it; the names are ${listed(names)}`,
    );
}

/** The first names; a document may have a thousand. */
function listed(names: readonly string[]): string {
  const most = 10;
  if (names.length === 0) return "none";
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
