// Header fields that report the total and the position of a page, where a document declares them:
// `X-Total-Count`, `X-Next-Page`.
import type { ListOf } from "./model.ts";
import { successStatus } from "./operation-parts.ts";
import type { FactOf } from "./page-facts.ts";
import { pageFactName, type PageFactName } from "./page-names.ts";
import type { Schemas } from "./schemas.ts";

/** Returns the declared fields whose facts are known; `Link` is not one of them. */
export function pageFields(schemas: Schemas, list: ListOf, factOf: FactOf): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { name, fact, isText } of schemas.about(list, factsInFields)) {
    const value = factOf(fact);
    if (value !== undefined && value !== null)
      fields[name] = isText && typeof value !== "string" ? JSON.stringify(value) : value;
  }
  return fields;
}

/** Returns the header fields of a list's success response whose names mean a fact of a page. */
function factsInFields(
  schemas: Schemas,
  { operation }: ListOf,
): readonly { readonly name: string; readonly fact: PageFactName; readonly isText: boolean }[] {
  const status = successStatus(operation);
  const declared = schemas.follow(schemas.at(`${operation.pointer}/responses/${status}`)["headers"]);
  return (operation.responses[status]?.headers ?? []).flatMap((name) => {
    const { type, format } = schemas.follow(schemas.follow(declared[name])["schema"]);
    const plain = name.replace(/^x-/i, "").replace(/^(pagination|page)-/i, "");
    const types = [type].flat();
    // Numbers are often declared as strings.
    const readings = types.includes("boolean") ? [types] : [["integer"], types];
    const fact = readings
      .map((reading) => pageFactName(plain, { types: reading, format }))
      .find((one) => one !== undefined);
    return fact === undefined || fact === "self" ? [] : [{ name, fact, isText: types.includes("string") }];
  });
}
