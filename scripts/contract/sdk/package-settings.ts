// What a package is called and says of itself: from the command line, else from the document and the folder it is made in.
import { createHash } from "node:crypto";
import { UsageError } from "../cli/command.ts";
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { parseVersion, semanticVersion } from "../document/semantic-version.ts";
import { declaredClassName, isClassName } from "../generate/class-name.ts";
import type { Code } from "../generate/code.ts";
import { printKey } from "../generate/literal.ts";
import { shortened, toIdentifier, upperFirst } from "../generate/names.ts";

export interface PackageSettings {
  /** `@team/pools`. */
  readonly name: string;
  readonly version: string;
  /** The class of the client. */
  readonly client: Code;
  /** What the package is for, in one line. */
  readonly description: string;
  readonly document: DocumentFacts;
}

/** What the package records of the document that it was made from. */
export interface DocumentFacts {
  readonly title: string;
  readonly version: string;
  /** Of the document as it was read, before anything was selected. */
  readonly sha256: string;
}

/** What the command line may say. */
export interface GivenSettings {
  readonly name: string;
  readonly version: string | undefined;
  readonly client: string | undefined;
}

/**
 * Throws a UsageError for a name or version that npm would refuse, and for a class name that JavaScript would; a
 * DocumentError where the version is to be the document's, and that is no semantic one.
 */
export function packageSettings(document: OpenApiDocument, given: GivenSettings): PackageSettings {
  const { root } = document;
  const info = member(root, "info");
  const title = text(info["title"]) ?? "API";
  const facts = {
    title,
    version: text(info["version"]) ?? "0",
    sha256: createHash("sha256").update(JSON.stringify(root)).digest("hex"),
  };
  if (!packageName.test(given.name))
    throw unusable("--name", given.name, "a package name such as @team/pools");
  // What was given comes before what the document says: both may be wrong.
  const client = clientClass(document, given.client);
  return {
    name: given.name,
    version: packageVersion(document, given.version),
    client,
    description: `Client for ${oneLine(title)}.`,
    document: facts,
  };
}

/**
 * The class of a client: the one given, else the document's, else one after its title. Throws a UsageError for a given name that
 * JavaScript would refuse, a DocumentError for such a name of the document's.
 */
export function clientClass(document: OpenApiDocument, given?: string): Code {
  const title = text(member(document.root, "info")["title"]) ?? "API";
  const name =
    given ?? declaredClassName(document) ?? `${shortened(upperFirst(toIdentifier(subjectOf(title))))}Client`;
  if (!isClassName(name)) throw unusable("--client", name, "a class name such as PoolsClient");
  return printKey(name);
}

/** What a title is about: without a version, what stands in brackets, and words that say no more than that it is an API. */
function subjectOf(title: string): string {
  const subject = title
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .replace(/\bv?\d+(?:\.\d+)+\b|\bv\d+\b/gi, " ")
    .replace(/\b(?:REST(?:ful)?|HTTP|JSON|OpenAPI|Swagger)\b(?=.*\S)/gi, " ")
    .replace(/\b(?:APIs?|specification|spec|reference|documentation|docs|OpenAPI|client)\b/gi, " ")
    .replace(/^\s*the\b/i, " ");
  return /[\p{L}\p{N}]/u.test(subject) ? subject.trim() : title;
}

/** As npm wants names of new packages: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const packageName =
  /^(?=.{1,214}$)(?!node_modules$|favicon\.ico$)(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** The one given, else the document's. */
function packageVersion(document: OpenApiDocument, given: string | undefined): string {
  if (given === undefined) return semanticVersion(document, "--version 1.2.0");
  if (parseVersion(given) === undefined) throw unusable("--version", given, "a version such as 1.2.0");
  return given;
}

function unusable(flag: string, shown: string, wanted: string): UsageError {
  return new UsageError(`${JSON.stringify(shown)} cannot be used for ${flag}`, {
    expected: `expected ${wanted}, got ${JSON.stringify(shown)}`,
    fix: `write ${flag} with ${wanted}`,
  });
}

/** A text of the document where there is room for one line. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

export function member(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return isObject(value) ? value : {};
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
