// The base paths of a document's operations: the paths of its servers.
import type { JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import type { Plan } from "../generate/plan.ts";
import { serverUrl } from "../generate/resources/server-urls.ts";

/** Returns the path of the document's first server, and those of operations with a server of another path. */
export function basePathsOf(plan: Plan): {
  readonly root: string;
  readonly own: Readonly<Record<string, string>>;
} {
  const { servers } = plan.document.root;
  const root = basePath(isArray(servers) ? servers.filter(isObject) : []);
  const own = plan.operations.flatMap(({ id, source }): [string, string][] => {
    const path = basePath(source.servers);
    return path === root ? [] : [[id, path]];
  });
  return { root, own: Object.fromEntries(own) };
}

/** Returns a path without a trailing slash, so that a path of the document can be appended. */
function basePath([server]: readonly JsonObject[]): string {
  const url = server && serverUrl(server);
  if (url === undefined || !URL.canParse(url, "http://localhost/")) return "";
  return decoded(new URL(url, "http://localhost/").pathname).replace(/\/+$/, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
