// What a house rule is: a pure look at one document that yields what it finds.
import type { JsonObject, OpenApiDocument } from "../document/document.ts";
import { callbacksOf, type Operation, operationsOf, webhooksOf } from "../document/operations.ts";
import { isObject, type Located, refOf } from "../document/pointer.ts";
import { pointerOf, walkDocument } from "../document/walk.ts";
import { type InstanceChecks, instanceChecks } from "./instance-checks.ts";
import type { FormatChecks } from "./formats.ts";

/** One thing that breaks a rule, and where: a JSON pointer into the document. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** What rules look at. */
export interface LintContext {
  readonly document: OpenApiDocument;
  readonly root: JsonObject;
  /** What the API offers: the operations under `paths`. */
  readonly operations: readonly Operation[];
  /** Those, and the operations of webhooks and callbacks. */
  readonly allOperations: readonly Operation[];
  /** Every object of an OpenAPI type (`schema`, `mediaType`, …) where it is written; references are left out. */
  readonly nodes: (type: string) => readonly Located<JsonObject>[];
  /** The types there are; `schema{}` is a map of schemas. */
  readonly types: readonly string[];
  /** Validates values against schemas of the document. */
  readonly instances: InstanceChecks;
  /** Extensions (`x-…`) that may be used. */
  readonly extensions: ReadonlySet<string>;
}

/** One house rule. */
export interface Rule {
  /** Kebab-case; what `--skip` takes. */
  readonly id: string;
  /** One sentence that says what holds when there are no findings. */
  readonly summary: string;
  check(context: LintContext): Iterable<Finding>;
}

/** What a document offers to the rules. `formats`: the checks for `format` keywords, by name. */
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
