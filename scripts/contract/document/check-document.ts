// Structural checks that every other module relies on: nodes have the right kinds, and every reference
// resolves.
import { DocumentError, type Json, type JsonObject, type OpenApiDocument } from "./document.ts";
import { checkFields } from "./check-fields.ts";
import { typeProblem } from "./check-schema-type.ts";
import { checkVariables } from "./check-variables.ts";
import { fixForMissing } from "./missing-node.ts";
import { shapeError } from "./node-types.ts";
import { child, childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/**
 * Checks a document.
 *
 * @throws DocumentError for the first node of a wrong kind, unresolvable `$ref`, invalid `type` or invalid
 *   status
 */
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
 * Maximum length of a name, in UTF-16 code units. The pointer of every node below a name contains it, and
 * generated output names every node: a path of 3,000 parameters made 300 MB out of 100 kB. 8,000 is the
 * minimum URI length that RFC 9110 recommends servers to support:
 * https://www.rfc-editor.org/rfc/rfc9110#section-4.1
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

/** Text fields that parameters and security schemes must have, because all later modules read them. */
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

/**
 * Checks the keys of a Responses Object. https://spec.openapis.org/oas/v3.1.1.html#responses-object: ranges
 * are written with an upper-case X.
 */
function checkStatuses(document: OpenApiDocument, visit: Visit): void {
  for (const status of Object.keys(isObject(visit.node) ? visit.node : {})) {
    const meant = /^[1-5]xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase();
    if (status === meant || (meant !== "default" && !/XX$/.test(meant))) continue;
    throw new DocumentError(`${JSON.stringify(status)} is not a status key: upper and lower case matter`, {
      place: document.locate(childPointer(pointerOf(visit), status)),
      fix: `write ${meant}`,
    });
  }
}

/** Checks that a reference resolves. Adds every reference on the way to `checked`. */
function checkReference(document: OpenApiDocument, visit: Visit, ref: string, checked: Set<string>): void {
  const { root } = document;
  const seen = new Set<string>();
  for (let next: string | undefined = ref; next !== undefined;) {
    const target = localPointer(next);
    const node = target === undefined ? undefined : resolvePointer(root, target);
    if (target === undefined || node === undefined) return reject(document, visit, lost(root, next));
    if (seen.has(target)) {
      const problem = `$ref ${JSON.stringify(ref)} is circular and never reaches an object`;
      return reject(document, visit, { problem, fix: "let one reference of the circle name a real object" });
    }
    seen.add(target);
    checked.add(next);
    next = refOf(node);
    if (next !== undefined && checked.has(next) && !seen.has(localPointer(next) ?? "")) return;
  }
}

function reject(
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

/** Returns the kind of a node, never its value: a reference may lead to a file that holds a secret. */
function nameOf(node: Json): string {
  if (node === null) return "null (nothing was written)";
  if (isArray(node)) return "a list";
  return isObject(node) ? "an object" : `a ${typeof node}`;
}
