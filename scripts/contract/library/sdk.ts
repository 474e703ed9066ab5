// `…/sdk`: generates an npm package with a client for an API, as files and as an archive.
import type { JsonObject } from "../document/document.ts";
import { licenseOf } from "../sdk/license.ts";
import { makeSdk } from "../sdk/make-sdk.ts";
import type { Loss } from "../sdk/prepared-document.ts";
import { tarball, tarballName } from "../sdk/tarball.ts";
import { type GivenDocument, readGiven, type ReadingOptions } from "./given-document.ts";

export type { Json, JsonObject, SourceLocation } from "../document/document.ts";
export type { Loss } from "../sdk/prepared-document.ts";
export type { GivenDocument, ReadingOptions } from "./given-document.ts";

/** Options of `sdk`. */
export interface SdkOptions extends ReadingOptions {
  /** The package's name, such as `@team/pools`. */
  readonly name: string;
  /** The package's version. Default: the document's. */
  readonly version?: string | undefined;
  /**
   * The client's class, such as `PoolsClient`. Default: the name that the document declares, or one derived
   * from its title.
   */
  readonly client?: string | undefined;
  /** Only operations with one of these tags. Default: all. */
  readonly tags?: readonly string[] | undefined;
  /** Only these operations. Default: all. */
  readonly operations?: readonly string[] | undefined;
  /**
   * Environment variables that the document may name, in addition to those that begin with the package's
   * name.
   */
  readonly env?: readonly string[] | undefined;
  /** The URL of the package's source repository; npm's provenance requires it. */
  readonly repository?: string | undefined;
  /** Whether package.json makes the package public, with npm's provenance. Default: false. */
  readonly isPublic?: boolean | undefined;
  /**
   * Whether paginated operations are inferred from the names of parameters and properties. Default: false.
   */
  readonly inferPagination?: boolean | undefined;
  /** The type of integers of 64 bits. Default: number, which cannot represent all of them. */
  readonly int64?: "number" | "bigint" | "string" | undefined;
  /** The type of date-times. Default: Date. */
  readonly dates?: "Date" | "string" | undefined;
  /** The CHANGELOG of the previous version, which the new one continues. */
  readonly changelog?: string | undefined;
}

/** An operation whose pagination was inferred. */
export interface InferredList {
  /** Its `operationId`; derived from method and path if it has none, or shares it with another. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The value of `x-sdk.pagination` that would declare it. */
  readonly pagination: JsonObject;
}

/** A generated package, in memory. */
export interface Sdk {
  /** Path within the package → text. */
  readonly files: ReadonlyMap<string, string>;
  /** The archive as `npm pack` creates it, with its file name. */
  readonly archive: { readonly name: string; readonly content: Uint8Array };
  /** Features of the document that the package lacks, with their locations. */
  readonly losses: readonly Loss[];
  /** Lists that `inferPagination` recognized. Empty without it. */
  readonly inferred: readonly InferredList[];
}

/**
 * Generates a package in memory. Its licence is that of the folder (`directory`), or else the document's.
 * Rejects with an error with `fix` if the document cannot be read or an option is invalid.
 *
 * @example
 * const { files } = await sdk("openapi.yaml", { name: "@team/pools", tags: ["Pools"] });
 */
export async function sdk(given: GivenDocument, options: SdkOptions): Promise<Sdk> {
  const { name, version, client, tags = [], operations = [], env = [], repository, changelog } = options;
  const { isPublic = false, inferPagination: infersPagination = false } = options;
  const read = await readGiven(given, options);
  const { settings, files, losses, inferred } = await makeSdk(read, {
    name,
    version,
    client,
    env,
    selection: { tags, operations },
    license: await licenseOf(read.root, options.directory ?? process.cwd()),
    repository,
    isPublic,
    infersPagination,
    values: { int64: options.int64 ?? "number", dates: options.dates ?? "Date" },
    changelog,
  });
  const archive = { name: tarballName(settings.name, settings.version), content: tarball(files) };
  return {
    files,
    archive,
    losses,
    inferred: inferred.map(({ operation: { id, source }, pagination }) => ({
      id,
      method: source.method,
      path: source.path,
      pagination,
    })),
  };
}
