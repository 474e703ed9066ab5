// Edits of everything around schemas: operations, parameters, servers and credentials, by the rule that names
// the break.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { operationsOf } from "../../document/operations.ts";
import {
  childPointer,
  isArray,
  isObject,
  parsePointer,
  resolvePointer,
  toPointer,
} from "../../document/pointer.ts";
import type { Finding } from "../comparison.ts";
import type { Repairing } from "./candidates.ts";
import type { Edit } from "./edit.ts";
import { Importer } from "./importer.ts";

type Special = (finding: Finding, repairing: Repairing) => readonly Edit[];

const specials: Readonly<Record<string, Special>> = {
  "operation-removed": operationEdits,
  "parameter-required": optionalEdits,
  "body-required": optionalEdits,
  security: securityEdits,
  server: serverEdits,
};

export function specialEdits(finding: Finding, repairing: Repairing): readonly Edit[] {
  return Object.hasOwn(specials, finding.rule)
    ? specials[finding.rule]!(finding, repairing)
    : missingEdits(finding, repairing);
}

/** Restores the old operation beside the new ones, marked as deprecated. */
function operationEdits({ base }: Finding, repairing: Repairing): Edit[] {
  const operation = base && resolvePointer(repairing.base.root, base.pointer);
  if (base === undefined || !isObject(operation)) return [];
  const item = resolvePointer(repairing.base.root, parentOf(base.pointer));
  const shared = isObject(item) && isArray(item["parameters"]) ? item["parameters"] : [];
  const own = isArray(operation["parameters"]) ? operation["parameters"] : [];
  const isThere = resolvePointer(repairing.head.root, parentOf(base.pointer)) !== undefined;
  const parameters = isThere ? own : [...shared, ...own];
  // Parts shared with other operations are those of head, if head has them.
  return [true, false].map((keepsNames) => {
    const importer = importerOf(repairing, keepsNames);
    const value = importer.node({
      ...operation,
      ...freeName(operation, repairing.head),
      ...(parameters.length > 0 && { parameters }),
      deprecated: true,
    });
    importer.security(operation["security"]);
    return {
      does: "keeps the operation, deprecated",
      steps: [{ pointer: base.pointer, value }, ...importer.steps],
    };
  });
}

/** The operation that replaced it may use its operationId. */
function freeName({ operationId }: JsonObject, head: OpenApiDocument): JsonObject {
  if (typeof operationId !== "string") return {};
  const taken = new Set(operationsOf(head.root).map((operation) => operation.operationId));
  let free = operationId;
  while (taken.has(free)) free += "Before";
  return { operationId: free };
}

/** Makes a newly required parameter or body optional again. */
function optionalEdits({ head }: Finding, { head: { root } }: Repairing): Edit[] {
  if (head === undefined) return [];
  const node = resolvePointer(root, head.pointer);
  const name = parsePointer(head.pointer).at(-1) ?? "";
  const ownerPointer = parentOf(parentOf(head.pointer));
  const owner = resolvePointer(root, ownerPointer);
  const required = isObject(owner) && isArray(owner["required"]) ? owner["required"] : [];
  const left = required.filter((one) => one !== name);
  return [
    ...(isObject(node) && node["required"] === true
      ? [
          {
            does: "leaves it optional",
            steps: [{ pointer: childPointer(head.pointer, "required"), value: undefined }],
          },
        ]
      : []),
    ...(left.length < required.length
      ? [
          {
            does: `leaves ${name} optional`,
            steps: [
              {
                pointer: childPointer(ownerPointer, "required"),
                value: left.length === 0 ? undefined : left,
              },
            ],
          },
        ]
      : []),
  ];
}

/** Restores every old security alternative beside the new ones. */
function securityEdits({ base, head }: Finding, repairing: Repairing): Edit[] {
  const [old, young] = [
    effective(repairing.base.root, base?.pointer, "security"),
    effective(repairing.head.root, head?.pointer, "security"),
  ];
  const { head: document } = repairing;
  if (head === undefined) return [];
  const importer = importerOf(repairing);
  importer.security(old);
  const before = isArray(old) && old.length > 0 ? old : [{}];
  const known = new Set((isArray(young) ? young : []).map((one) => JSON.stringify(one)));
  const lost = before.filter((one) => !known.has(JSON.stringify(one)));
  const value = [...(isArray(young) ? young : []), ...lost];
  const everywhere = isObject(resolvePointer(document.root, head.pointer))
    ? [head.pointer, ""]
    : [head.pointer];
  return everywhere.map((pointer) => ({
    does: "lets the old credentials in, too",
    steps: [{ pointer: childPointer(pointer, "security"), value }, ...importer.steps],
  }));
}

/** Restores every old server beside the new ones. */
function serverEdits({ base, head }: Finding, repairing: Repairing): Edit[] {
  if (head === undefined) return [];
  const [old, young] = [
    effective(repairing.base.root, base?.pointer, "servers"),
    effective(repairing.head.root, head.pointer, "servers"),
  ];
  const before = isArray(old) && old.length > 0 ? old : [{ url: "/" }];
  const known = new Set((isArray(young) ? young : []).map((one) => JSON.stringify(one)));
  const value = [
    ...(isArray(young) && young.length > 0 ? young : [{ url: "/" }]),
    ...before.filter((one) => !known.has(JSON.stringify(one))),
  ];
  return ["", parentOf(head.pointer), head.pointer].map((pointer) => ({
    does: "keeps the old server",
    steps: [{ pointer: childPointer(pointer, "servers"), value }],
  }));
}

/** Restores what head lacks at base's location: a header, a named schema, a parameter. */
function missingEdits({ base }: Finding, repairing: Repairing): Edit[] {
  if (base === undefined) return [];
  const node = resolvePointer(repairing.base.root, base.pointer);
  const steps = parsePointer(base.pointer);
  if (
    node === undefined ||
    steps.length === 0 ||
    resolvePointer(repairing.head.root, base.pointer) !== undefined
  )
    return [];
  const parent = resolvePointer(repairing.head.root, toPointer(steps.slice(0, -1)));
  // An item of a list has no stable location.
  if (isArray(parent)) return [];
  const importer = importerOf(repairing);
  const value = importer.node(node);
  return [
    { does: `keeps ${steps.at(-1) ?? ""}`, steps: [{ pointer: base.pointer, value }, ...importer.steps] },
  ];
}

/** Returns a field of an operation, or of its path, or of the document. */
function effective(root: JsonObject, pointer: string | undefined, field: string): Json | undefined {
  if (pointer === undefined) return undefined;
  const holders = [pointer, ...(field === "servers" ? [parentOf(pointer)] : []), ""];
  for (const holder of holders) {
    const existing = resolvePointer(root, childPointer(holder, field));
    if (existing !== undefined) return existing;
  }
  return undefined;
}

function importerOf({ base, head, same }: Repairing, keepsNames = false): Importer {
  return new Importer(base.root, head.root, same, keepsNames);
}

function parentOf(pointer: string): string {
  return toPointer(parsePointer(pointer).slice(0, -1));
}
