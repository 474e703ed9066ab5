// What was generated under a name that a caller gave; callers in JavaScript can give any.

/** The member of a table. Throws a TypeError that names one which the document does not have. */
export function memberOf<Table extends object, Name extends keyof Table & string>(
  table: Table,
  name: Name,
  kind: "operation" | "schema",
): Table[Name] {
  if (Object.hasOwn(table, name)) return table[name];
  throw new TypeError(`The document has no ${kind} ${JSON.stringify(name)}`);
}
