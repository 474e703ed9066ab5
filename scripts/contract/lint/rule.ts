// The interface of a lint rule: a pure function of one document that yields findings.
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { callbacksOf, type Operation, operationsOf, webhooksOf } from "../document/operations.ts";
import { isObject, type Located, refOf } from "../document/pointer.ts";
import { pointerOf, walkDocument } from "../document/walk.ts";
import { type InstanceChecks, instanceChecks } from "./instance-checks.ts";
import type { FormatChecks } from "./formats.ts";

/** One violation of a rule, and its location: a JSON pointer into the document. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** The input of the rules. */
export interface LintContext {
  readonly document: OpenApiDocument;
  readonly root: JsonObject;
  /** The operations under `paths`. */
  readonly operations: readonly Operation[];
  /** The operations under `paths`, and those of webhooks and callbacks. */
  readonly allOperations: readonly Operation[];
  /**
   * Returns every object of an OpenAPI type (`schema`, `mediaType`, …) where it is written; references are
   * excluded.
   */
  readonly nodes: (type: string) => readonly Located<JsonObject>[];
  /** The types that occur in the document; `schema{}` is a map of schemas. */
  readonly types: readonly string[];
  /** Validates values against schemas of the document. */
  readonly instances: InstanceChecks;
  /** Extensions (`x-…`) that may be used. */
  readonly extensions: ReadonlySet<string>;
}

/** One lint rule. */
export interface Rule {
  /** In kebab-case; an argument of `--skip`. */
  readonly id: string;
  /** One sentence that states what holds if there are no findings. */
  readonly summary: string;
  check(context: LintContext): Iterable<Finding>;
}

/** Returns the input of the rules for a document. `formats`: the checks for `format` keywords, by name. */
export function lintContext(
  document: OpenApiDocument,
  settings: { formats: FormatChecks; extensions: Iterable<string> },
): LintContext {
  const { root } = document;
  const byType = new Map<string, Located<JsonObject>[]>();
  walkDocument(root, (visit) => {
    if (!isObject(visit.node) || (refOf(visit.node) !== undefined && visit.type !== "schema")) return;
    const nodes = byType.get(visit.type);
    const located = { pointer: pointerOf(visit), node: visit.node };
    if (nodes === undefined) byType.set(visit.type, [located]);
    else nodes.push(located);
  });
  const operations = operationsOf(root);
  return {
    document,
    root,
    operations,
    allOperations: [...operations, ...webhooksOf(root), ...callbacksOf(root)],
    nodes: (type) => byType.get(type) ?? [],
    types: [...byType.keys()],
    instances: instanceChecks(root, settings.formats),
    extensions: new Set(settings.extensions),
  };
}
