// The paths of requests below the prefix of a plugin, as its path table and templates match them.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { PathTable, type TableRoute } from "../boundary/path-table.ts";
import { type PathTemplate, templateOf } from "../boundary/path-template.ts";
import { undecodableTarget } from "./undecodable-targets.ts";

/** A request to route, also before Fastify has one of its own. */
export type RoutedRequest = Pick<FastifyRequest, "url"> & { readonly raw: object };

/** Paths below a prefix. They match as tolerantly as the application's router is set to. */
export class PathsBelow {
  /** Without a slash at its end. May contain parameters. */
  readonly prefix: string;
  readonly #parts: readonly string[];
  readonly #ignoreCase: boolean;
  readonly #ignoreTrailingSlash: boolean;
  readonly #ignoreDuplicateSlashes: boolean;

  constructor({ prefix, initialConfig }: Pick<FastifyInstance, "prefix" | "initialConfig">) {
    this.prefix = prefix.replace(/\/+$/, "");
    this.#parts = this.prefix.split("/");
    // Options of the router were options of the application in earlier versions, which are still supported.
    const options = { ...initialConfig, ...initialConfig.routerOptions };
    this.#ignoreCase = options.caseSensitive === false;
    this.#ignoreTrailingSlash = options.ignoreTrailingSlash === true;
    this.#ignoreDuplicateSlashes = options.ignoreDuplicateSlashes === true;
  }

  tableOf<Target>(routes: readonly TableRoute<Target>[]): PathTable<Target> {
    const all = routes.map((route) => ({ ...route, path: this.#tolerant(route.path) }));
    return new PathTable(all, this.#ignoreCase);
  }

  templateOf(path: string): PathTemplate {
    return templateOf(this.#tolerant(path), this.#ignoreCase);
  }

  /** Returns the segments of a request's path below the prefix, percent-encoded as sent. */
  segmentsOf({ raw, url }: RoutedRequest): string[] {
    const segments = this.#tolerant(pathOf(undecodableTarget(raw) ?? url)).split("/");
    if (this.prefix === "") return segments;
    const below = segments.slice(this.#parts.length);
    // The path of the prefix itself is that of the operations at `/`.
    return below.length === 0 ? ["", ""] : ["", ...below];
  }

  /** Whether the path of a request starts with the prefix. */
  include({ raw, url }: RoutedRequest): boolean {
    const segments = pathOf(undecodableTarget(raw) ?? url).split("/");
    return this.#parts.every((part, at) => part.startsWith(":") || part === segments[at]);
  }

  #tolerant(path: string): string {
    const single = this.#ignoreDuplicateSlashes ? path.replace(/\/{2,}/g, "/") : path;
    return this.#ignoreTrailingSlash && single.length > 1 ? single.replace(/\/$/, "") : single;
  }
}

/** Returns the path of a request target, which may be in absolute form (RFC 9112, section 3.2.2). */
function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  const path = end < 0 ? target : target.slice(0, end);
  return path.startsWith("/") ? path : path.replace(/^[^/?#]*:\/\/[^/]*/, "") || "/";
}
