// Prepares a document for mocking: its operations, with the parts that serve them, and their paths.
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { type DescribedOperation, describeOperation } from "../generate/describe-operation.ts";
import { type PlannedOperation, planOf } from "../generate/plan.ts";
import { rootUrls } from "../generate/resources/server-urls.ts";
import type { FormatChecks } from "../lint/formats.ts";
import type { ResponseRules } from "../runtime/boundary/check-response.ts";
import type { SecurityScheme } from "../runtime/boundary/credentials.ts";
import { basePathsOf } from "../server/server-paths.ts";
import { securitySchemesOf } from "../server/server-security.ts";
import { OperationParts } from "./operation-parts.ts";

/** An operation with the parts that serve it. */
export interface MockOperation extends DescribedOperation {
  readonly planned: PlannedOperation;
  readonly parts: OperationParts;
  /** Rules for the validation of responses. */
  readonly responseRules: ResponseRules;
  /** Path of its server, without a trailing slash. */
  readonly basePath: string;
}

/** A document prepared for mocking. */
export interface MockContract {
  readonly document: OpenApiDocument;
  readonly root: JsonObject;
  /** `info.title`. */
  readonly title: string;
  readonly operations: Readonly<Record<string, MockOperation>>;
  /** Security schemes that operations require. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Scopes that operations require, by scheme. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly servers: readonly string[];
  /** Path of the document's own server; operations may have others. */
  readonly basePath: string;
}

/**
 * Builds the mock contract of a document.
 *
 * @param document  normalised to OpenAPI 3.1
 */
export function mockContractOf(document: OpenApiDocument, formats: FormatChecks): MockContract {
  const plan = planOf(document);
  const { root } = document;
  const schemes = securitySchemesOf(plan);
  const paths = basePathsOf(plan);
  const context = { root, formats };
  const operations = plan.operations.map((planned): [string, MockOperation] => {
    const described = describeOperation(planned);
    const parts = new OperationParts(planned, context);
    const basePath = paths.own[planned.id] ?? paths.root;
    const responseRules = { ...described, validators: parts.responses };
    return [planned.id, { ...described, planned, parts, responseRules, basePath }];
  });
  const { info } = root;
  return {
    document,
    root,
    title: isObject(info) && typeof info["title"] === "string" ? info["title"] : "",
    operations: Object.fromEntries(operations),
    schemes,
    scopes: scopesOf(plan.operations),
    servers: rootUrls(root),
    basePath: paths.root,
  };
}

function scopesOf(operations: readonly PlannedOperation[]): Record<string, readonly string[]> {
  const byScheme = new Map<string, Set<string>>();
  for (const requirement of operations.flatMap(({ source }) => source.security))
    for (const [scheme, scopes] of Object.entries(requirement)) {
      const known = byScheme.get(scheme) ?? new Set<string>();
      byScheme.set(scheme, known);
      for (const scope of Array.isArray(scopes) ? (scopes as unknown[]) : []) known.add(String(scope));
    }
  return Object.fromEntries([...byScheme].map(([scheme, scopes]) => [scheme, [...scopes]]));
}
