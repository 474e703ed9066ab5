// The names and metadata of a package: from the command line, else from the document and the folder in which
// it is generated.
import { createHash } from "node:crypto";
import { UsageError } from "../cli/command.ts";
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { parseVersion, semanticVersion } from "../document/semantic-version.ts";
import { declaredClassName, isClassName } from "../generate/class-name.ts";
import type { Code } from "../generate/code.ts";
import { printKey } from "../generate/literal.ts";
import { shortened, toIdentifier, upperFirst } from "../generate/names.ts";

/** Names, version and description of a package. */
export interface PackageSettings {
  /** `@team/pools`. */
  readonly name: string;
  readonly version: string;
  /** The class of the client. */
  readonly client: Code;
  /** The purpose of the package, in one line. */
  readonly description: string;
  readonly document: DocumentFacts;
}

/** The facts about the source document that the package records. */
export interface DocumentFacts {
  readonly title: string;
  readonly version: string;
  /** Hash of the document as it was read, before operations were selected. */
  readonly sha256: string;
}

/** The settings of the command line. */
export interface GivenSettings {
  readonly name: string;
  readonly version: string | undefined;
  readonly client: string | undefined;
}

/**
 * Returns the settings. Throws a UsageError for a name or version that npm rejects, and for a class name that
 * JavaScript rejects; a DocumentError if the version is taken from the document and is not a semantic
 * version.
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
  // Explicit settings are validated before those of the document: both may be wrong.
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
 * Returns the class of a client: the given name, else the document's, else one derived from its title. Throws
 * a UsageError for a given name that JavaScript rejects, a DocumentError for such a name in the document.
 */
export function clientClass(document: OpenApiDocument, given?: string): Code {
  const title = text(member(document.root, "info")["title"]) ?? "API";
  const name =
    given ?? declaredClassName(document) ?? `${shortened(upperFirst(toIdentifier(subjectOf(title))))}Client`;
  if (!isClassName(name)) throw unusable("--client", name, "a class name such as PoolsClient");
  return printKey(name);
}

/**
 * Returns the subject of a title: without a version, text in brackets, and words that only state that it is
 * an API.
 */
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

/** npm's rules for names of new packages: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name */
const packageName =
  /^(?=.{1,214}$)(?!node_modules$|favicon\.ico$)(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Returns the given version, else the document's. */
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

/** Returns a text of the document as a single line. */
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
