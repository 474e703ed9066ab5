// The path of a request in a printable form: ids, names and tokens in it are confidential.
import type { Api } from "../exchange/api.ts";
import { serverPath } from "../exchange/server-url.ts";

/**
 * Returns a path with every segment that is not a literal of the document replaced by `…`:
 * `/v1/SenderPools/…/Senders`.
 *
 * @param url path and query, as sent
 */
export function shownPath(api: Api, url: string): string {
  const [path = ""] = url.split(/[?#]/);
  const known = literalSegments(api);
  return path
    .split("/")
    .map((segment) => (segment === "" || known.has(segment) ? segment : "…"))
    .join("/");
}

const segmentsOf = new WeakMap<Api, ReadonlySet<string>>();

/** Returns the segments without a parameter or variable, in any path or server of the document. */
function literalSegments(api: Api): ReadonlySet<string> {
  const known = segmentsOf.get(api);
  if (known !== undefined) return known;
  const paths = api.operations.flatMap(({ template, servers }) => [
    template.text,
    ...servers.map((server) => serverPath(server === "/" ? "" : server)),
  ]);
  const made = new Set(paths.flatMap((path) => path.split("/")).filter((segment) => !segment.includes("{")));
  segmentsOf.set(api, made);
  return made;
}
