// Below which paths a document's operations are served: the paths of its servers.
import type { JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import type { Plan } from "../generate/plan.ts";
import { serverUrl } from "../generate/resources/server-urls.ts";

/** The path of the document's first server, and of the operations that have a server with another one. */
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

/** Without a slash at its end, so that a path of the document can follow. */
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
