// Looks up generated code by a name that the caller gives; callers in JavaScript can pass any.

/** Returns the member of a table. Throws a TypeError for a name that the document does not declare. */
export function memberOf<Table extends object, Name extends keyof Table & string>(
  table: Table,
  name: Name,
  kind: "operation" | "schema",
): Table[Name] {
  if (Object.hasOwn(table, name)) return table[name];
  throw new TypeError(`The document has no ${kind} ${JSON.stringify(name)}`);
}
