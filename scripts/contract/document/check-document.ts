// The checks after which every other script can rely on a document: the right objects in the right places, no reference lost.
import { DocumentError, type Json, type JsonObject, type OpenApiDocument } from "./document.ts";
import { checkFields } from "./check-fields.ts";
import { typeProblem } from "./check-schema-type.ts";
import { checkVariables } from "./check-variables.ts";
import { fixForMissing } from "./missing-node.ts";
import { shapeError } from "./node-types.ts";
import { child, childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/** Throws a DocumentError for the first node of a wrong kind, `$ref` that leads nowhere, `type` or status that is none. */
export function checkDocument(document: OpenApiDocument): void {
  const checked = new Set<string>();
  walkDocument(document.root, (visit) => {
    if (visit.key.length > longestName) throw tooLong(document, visit);
    const ref = refOf(visit.node);
    if (ref === undefined) {
      checkShape(document, visit);
      checkFields(document, visit);
    } else if (!checked.has(ref)) {
      checkReference(document, visit, ref, checked);
    }
    checkVariables(document, visit);
    if (visit.type === "schema") checkType(document, visit);
    if (visit.type === "responses") checkStatuses(document, visit);
  });
}

/**
 * In UTF-16 code units. Each node below a name has it in its pointer, and what is made of a document names each of them: a path of 3,000
 * parameters made 300 MB of 100 kB. The least that every server should take in a URI: https://www.rfc-editor.org/rfc/rfc9110#section-4.1
 */
const longestName = 8000;

function tooLong(document: OpenApiDocument, visit: Visit): DocumentError {
  const { key } = visit;
  return new DocumentError(
    `the name ${JSON.stringify(`${key.slice(0, 40)}…`)} has ${key.length} characters`,
    {
      place: document.locate(pointerOf(visit)),
      fix: `write one of at most ${longestName} characters`,
    },
  );
}

/** What a parameter and a security scheme cannot do without: everything downstream asks for it. */
const neededTexts: Readonly<Record<string, readonly string[]>> = {
  parameter: ["name", "in"],
  securityScheme: ["type"],
};

function checkShape(document: OpenApiDocument, visit: Visit): void {
  const wanted = shapeError(visit.type, visit.node);
  if (wanted !== undefined) {
    const pointer = pointerOf(visit);
    throw new DocumentError(`${pointer} has to be ${wanted}, it is ${nameOf(visit.node)}`, {
      place: document.locate(pointer),
      fix: `write ${wanted} there, or leave ${JSON.stringify(visit.key)} out`,
    });
  }
  for (const name of neededTexts[visit.type] ?? []) {
    if (typeof child(visit.node, name) === "string") continue;
    const pointer = pointerOf(visit);
    throw new DocumentError(`${pointer} has no text ${JSON.stringify(name)}`, {
      place: document.locate(pointer),
      fix: `add ${JSON.stringify(name)} to it`,
    });
  }
}

function checkType(document: OpenApiDocument, visit: Visit): void {
  const type = child(visit.node, "type");
  const wrong = type === undefined ? undefined : typeProblem(type);
  if (wrong === undefined) return;
  const pointer = `${pointerOf(visit)}/type${wrong.index === undefined ? "" : `/${wrong.index}`}`;
  throw new DocumentError(`${pointer} ${wrong.problem}`, { place: document.locate(pointer), fix: wrong.fix });
}

/** https://spec.openapis.org/oas/v3.1.1.html#responses-object: ranges are written with an X in upper case. */
function checkStatuses(document: OpenApiDocument, visit: Visit): void {
  for (const status of Object.keys(isObject(visit.node) ? visit.node : {})) {
    const meant = /^[1-5]xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase();
    if (status === meant || (meant !== "default" && !/XX$/.test(meant))) continue;
    throw new DocumentError(`${JSON.stringify(status)} stands for no status: upper and lower case count`, {
      place: document.locate(childPointer(pointerOf(visit), status)),
      fix: `write ${meant}`,
    });
  }
}

/** `checked` grows by all references on the way. */
function checkReference(document: OpenApiDocument, visit: Visit, ref: string, checked: Set<string>): void {
  const { root } = document;
  const seen = new Set<string>();
  for (let next: string | undefined = ref; next !== undefined;) {
    const target = localPointer(next);
    const node = target === undefined ? undefined : resolvePointer(root, target);
    if (target === undefined || node === undefined) return refuse(document, visit, lost(root, next));
    if (seen.has(target)) {
      const problem = `$ref ${JSON.stringify(ref)} leads in a circle and never to anything`;
      return refuse(document, visit, { problem, fix: "let one reference of the circle name a real object" });
    }
    seen.add(target);
    checked.add(next);
    next = refOf(node);
    if (next !== undefined && checked.has(next) && !seen.has(localPointer(next) ?? "")) return;
  }
}

function refuse(
  document: OpenApiDocument,
  visit: Visit,
  { problem, fix }: { problem: string; fix: string },
): never {
  throw new DocumentError(problem, { place: document.locate(`${pointerOf(visit)}/$ref`), fix });
}

function lost(root: JsonObject, ref: string): { problem: string; fix: string } {
  const problem = `$ref ${JSON.stringify(ref)} names nothing in the document`;
  const pointer = localPointer(ref);
  if (pointer === undefined)
    return { problem, fix: "write it as a pointer such as #/components/schemas/Name" };
  return { problem, fix: fixForMissing(root, pointer) };
}

/** A kind, never the value: a reference may lead to a file that holds a secret. */
function nameOf(node: Json): string {
  if (node === null) return "null (nothing was written)";
  if (isArray(node)) return "a list";
  return isObject(node) ? "an object" : `a ${typeof node}`;
}
