// The path parameters of requests, still percent-encoded, as the document defines them.
import type { FastifyRequest } from "fastify";
import { matchPath } from "../boundary/path-template.ts";
import { unroutedError } from "../boundary/path-table.ts";
import type { PathsBelow } from "./paths-below.ts";
import { hasPlainNames } from "./route-url.ts";
import { isDecodable, undecodableTarget } from "./undecodable-targets.ts";

type RawPath = Readonly<Record<string, string>>;

/** The path of an operation, and its parameters. */
interface PathRules {
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

/** Returns a function that reads the path parameters of an operation, still percent-encoded. */
export function rawPathReader(
  { path, parameters }: PathRules,
  paths: PathsBelow,
): (request: FastifyRequest) => RawPath {
  const template = paths.templateOf(path);
  const isNamed = hasPlainNames(path);
  const names = parameters.flatMap(({ name, in: place }) => (place === "path" ? [name] : []));
  return (request) => {
    // The router has decoded the values; they differ from the encoded ones only if the URL has a percent
    // sign.
    if (isNamed && !request.url.includes("%")) return request.params as RawPath;
    const values = matchPath(template, paths.segmentsOf(request));
    if (undecodableTarget(request.raw) !== undefined) return undecodable(names, values);
    return values ?? encoded(request.params);
  };
}

/**
 * Returns the values of a path that cannot be decoded, which the parameter readers report. A path that is
 * broken elsewhere is a 404: no operation runs for it.
 */
function undecodable(names: readonly string[], values: RawPath | undefined): RawPath {
  if (values === undefined || names.every((name) => isDecodable(values[name] ?? "")))
    throw unroutedError(undefined);
  return values;
}

/**
 * Throws the 404 for a path without a value for one of its parameters, which Fastify's router accepts at the
 * end of a path.
 */
export function rejectEmpty(request: FastifyRequest): void {
  const params = request.params as RawPath;
  for (const name in params) if (params[name] === "") throw unroutedError(undefined);
}

/**
 * Encodes the parameters of a path that the router matches more tolerantly than the document, such as one
 * with an additional slash at its end.
 */
function encoded(params: unknown): RawPath {
  const entries = Object.entries(Object(params) as Record<string, string>);
  return Object.fromEntries(entries.map(([name, value]) => [name, encodeURIComponent(value)]));
}
