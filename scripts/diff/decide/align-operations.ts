// Finds each operation of base in head: by method and path template, parameter names aside; else by the whole URL.
import { DocumentError } from "../../document/document.ts";
import type { Api, ApiOperation } from "../exchange/api.ts";
import { serverPath } from "../exchange/server-url.ts";
import type { OperationPair } from "./settings.ts";

export interface Alignment {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly ApiOperation[];
  readonly added: readonly ApiOperation[];
}

/** Throws a DocumentError when a document has one path twice, such as `/a/{x}` and `/a/{y}`. */
export function alignOperations(base: Api, head: Api): Alignment {
  const [before, after] = [byKey(base), byKey(head)];
  const pairs: OperationPair[] = [];
  for (const [key, operation] of before) {
    const counterpart = after.get(key);
    if (counterpart === undefined) continue;
    pairs.push({ base: operation, head: counterpart });
    before.delete(key);
    after.delete(key);
  }
  // A prefix that moved between the server's URL and the paths leaves every URL as it was.
  const urls = new Map([...after.values()].map((operation) => [wholeKey(operation), operation]));
  for (const [key, operation] of before) {
    const counterpart = operation.caller === "client" ? urls.get(wholeKey(operation)) : undefined;
    if (counterpart === undefined) continue;
    pairs.push({ base: operation, head: counterpart });
    before.delete(key);
    after.delete(counterpart.key);
  }
  return { pairs, removed: [...before.values()], added: [...after.values()] };
}

function byKey({ document, operations }: Api): Map<string, ApiOperation> {
  const found = new Map<string, ApiOperation>();
  for (const operation of operations) {
    const twin = found.get(operation.key);
    if (twin !== undefined && twin.source.pointer !== operation.source.pointer) {
      throw new DocumentError(
        `${operation.source.method} ${operation.source.path} is ${twin.source.method} ${twin.source.path} again: names of path parameters do not tell paths apart`,
        {
          place: document.locate(operation.source.pointer),
          fix: "merge the two path items, or change a literal segment",
        },
      );
    }
    found.set(operation.key, operation);
  }
  return found;
}

function wholeKey({ source, servers, template }: ApiOperation): string {
  return `${source.method} ${serverPath(servers[0] ?? "/")}${template.key}`;
}
