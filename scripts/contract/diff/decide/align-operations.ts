// Aligns the operations of base and head: by method and path template, ignoring parameter names; otherwise by
// the whole URL.
import { DocumentError } from "../../document/document.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { serverPath } from "../../exchange/server-url.ts";
import { takenByTemplate } from "./taken-by-template.ts";
import type { OperationPair } from "./context.ts";

/** Operations of both documents, those only in base, and those only in head. */
export interface Alignment {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly ApiOperation[];
  readonly added: readonly ApiOperation[];
}

/**
 * Returns the alignment.
 *
 * @throws DocumentError if a document has one path twice, such as `/a/{x}` and `/a/{y}`
 */
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
  // A prefix that moved between the server's URL and the paths leaves every URL unchanged.
  const urls = new Map([...after.values()].flatMap((one) => wholeKeys(one).map((key) => [key, one])));
  for (const [key, operation] of before) {
    const [counterpart] = wholeKeys(operation).flatMap((whole) => urls.get(whole) ?? []);
    if (counterpart === undefined || !after.has(counterpart.key)) continue;
    pairs.push({ base: operation, head: counterpart });
    before.delete(key);
    after.delete(counterpart.key);
  }
  // A removed path may still match a template of head.
  for (const [key, operation] of before) {
    const taken = takenByTemplate(operation, head);
    if (taken === undefined) continue;
    pairs.push(taken);
    before.delete(key);
  }
  return { pairs, removed: [...before.values()], added: [...after.values()] };
}

function byKey({ document, operations }: Api): Map<string, ApiOperation> {
  const found = new Map<string, ApiOperation>();
  for (const operation of operations) {
    const twin = found.get(operation.key);
    if (twin !== undefined && twin.source.pointer !== operation.source.pointer) {
      throw new DocumentError(
        `${operation.source.method} ${operation.source.path} is ${twin.source.method} ${twin.source.path} again: names of path parameters do not distinguish paths`,
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

/** Returns the paths of an operation's URLs, one for each server. Empty if the client chooses the URL. */
function wholeKeys({ source, servers, template, caller }: ApiOperation): string[] {
  if (caller === "provider") return [];
  return servers.map(
    (server) => `${source.method} ${serverPath(server === "/" ? "" : server)}${template.key}`,
  );
}
