// The paths that plugins of a Node server serve: they decide together about requests for which Fastify's
// router has no route.
import type { Server } from "node:http";
import type { FastifyRequest } from "fastify";
import { type PathTable, unroutedError } from "../boundary/path-table.ts";
import type { PathsBelow } from "./paths-below.ts";

/** The operations of a document below one prefix. */
interface ServedBelow {
  readonly prefix: string;
  /** Whether the path of a request starts with the prefix. */
  readonly includes: (request: FastifyRequest) => boolean;
  /** Returns the methods of a path; undefined if it does not exist. */
  readonly methods: (request: FastifyRequest) => readonly string[] | undefined;
}

/** A property of Node's server: servers of several documents, each with its own modules, may share it. */
const pathsKey = Symbol.for("contract: served paths");

/** Adds operations; returns whether they are the first ones below their prefix. */
export function addServedPaths(server: Server, paths: PathsBelow, table: PathTable<unknown>): boolean {
  const others = servedOf(server);
  const { prefix } = paths;
  const served: ServedBelow = {
    prefix,
    includes: (request) => paths.include(request),
    methods: (request) => {
      const found = table.find(request.method, paths.segmentsOf(request));
      return found && (found.allowed ?? []);
    },
  };
  Reflect.set(server, pathsKey, [...others, served]);
  return others.every((other) => other.prefix !== prefix);
}

/** Throws the 404 or 405 for a request without a route below a prefix. */
export function rejectUnserved(request: FastifyRequest, prefix: string): never {
  const below = servedBelow(request).filter((served) => served.prefix === prefix);
  const allowed = [...new Set(below.flatMap((served) => served.methods(request) ?? []))];
  throw unroutedError(allowed.length === 0 ? undefined : { target: undefined, allowed });
}

/**
 * Whether a request belongs to some plugin. Without a prefix, only the paths of its operations do: all others
 * are the application's.
 */
export function isServed(request: FastifyRequest): boolean {
  return servedBelow(request).some((served) => served.prefix !== "" || served.methods(request) !== undefined);
}

function servedBelow(request: FastifyRequest): readonly ServedBelow[] {
  return servedOf(request.server.server).filter((served) => served.includes(request));
}

function servedOf(server: Server): readonly ServedBelow[] {
  return (Reflect.get(server, pathsKey) as readonly ServedBelow[] | undefined) ?? [];
}
