// Parses `x-sdk.pagination` of an operation: how its list continues, for which the standard has no terms.
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import { DocumentError } from "../../document/document.ts";
import { childPointer, isObject, parsePointer } from "../../document/pointer.ts";
import type { Literal } from "../literal.ts";
import type { PlannedOperation } from "../plan.ts";
import type { LinkValue } from "./link-plans.ts";

/** The step to the next page: a function of the client's runtime, and its arguments. */
export interface StepPlan {
  readonly name: "counted" | "lastItem" | "nextUrl" | "tokenIn";
  readonly args: readonly Literal[];
}

/** The path of the items, and how the next page is requested. */
export interface DeclaredPagination {
  /** Where the items are; undefined: the only list of the response. */
  readonly items: readonly string[] | undefined;
  readonly step: StepPlan;
}

const kinds = ["token", "last", "offset", "page", "url"] as const;
const members = ["by", "items", "parameter", "body", "next", "last", "total", "more", "first"];

/**
 * Returns the declared pagination of an operation. Throws a DocumentError with the line for an invalid
 * declaration.
 */
export function declaredPagination(
  document: OpenApiDocument,
  { source, parameters }: PlannedOperation,
): DeclaredPagination | undefined {
  const sdk = source.operation["x-sdk"];
  const given = isObject(sdk) ? sdk["pagination"] : undefined;
  if (given === undefined) return undefined;
  const wrong = (problem: string, fix: string): DocumentError =>
    paginationError(document, { source }, problem, fix);
  if (!isObject(given)) throw wrong("is not an object", "see x-sdk in the documentation");
  const unknown = Object.keys(given).find((name) => !members.includes(name));
  if (unknown !== undefined) throw wrong(`has no ${unknown}`, `use ${members.join(", ")}`);
  const { parameter, first } = given;
  const target = parameter ?? location(given["body"]);
  const next = nextValue(given["next"]);
  const last = location(given["last"]);
  const by = given["by"] ?? usualKind({ last, next, target });
  const kind = kinds.find((one) => one === by);
  if (kind === undefined)
    throw wrong("declares no way to the next page", `set by to one of ${kinds.join(", ")}`);
  if (
    parameter !== undefined &&
    !parameters.some(({ place, name }) => place === "query" && name === parameter)
  )
    throw wrong(
      "names a query parameter that the operation does not have",
      "name one of its query parameters",
    );
  const end = { more: location(given["more"]) };
  const items = given["items"] === undefined ? undefined : (location(given["items"]) ?? []);
  const needed = (what: unknown, name: string): Literal => {
    if (what === undefined) throw wrong(`is by ${kind} and has no ${name}`, `add ${name}`);
    return what as Literal;
  };
  const whole = (name: "url" | "token"): Literal => needed(next, `next, which the ${name} is taken from`);
  if (kind === "url") return { items, step: { name: "nextUrl", args: [whole("url")] } };
  const into = needed(target, "parameter or body");
  if (kind === "token") return { items, step: { name: "tokenIn", args: [into, whole("token"), end] } };
  if (kind === "last") return { items, step: { name: "lastItem", args: [into, needed(last, "last"), end] } };
  const unit = kind === "page" ? "pages" : "items";
  const counted = { target: into, unit, first: first as Literal, total: location(given["total"]), ...end };
  return { items, step: { name: "counted", args: [counted] } };
}

/** Returns the error for an operation's declaration. */
export function paginationError(
  document: OpenApiDocument,
  { source }: Pick<PlannedOperation, "source">,
  problem: string,
  fix: string,
): DocumentError {
  return new DocumentError(`x-sdk.pagination of ${source.method} ${source.path} ${problem}`, {
    place: document.locate(childPointer(source.pointer, "x-sdk", "pagination")),
    fix,
  });
}

function usualKind({ last, next, target }: Readonly<Record<"last" | "next" | "target", unknown>>): string {
  if (last !== undefined) return "last";
  if (next === undefined) return "";
  return target === undefined ? "url" : "token";
}

/** Parses a JSON pointer, or the name of a member; the whole body is `/`. */
function location(value: JsonObject[string]): readonly string[] | undefined {
  if (typeof value !== "string") return undefined;
  if (value === "" || value === "/") return [];
  return value.startsWith("/") ? parsePointer(value) : [value];
}

/** Parses a location in the body, or a header field: `$response.header.Link`. */
function nextValue(value: JsonObject[string]): LinkValue | undefined {
  if (typeof value !== "string") return undefined;
  const [, header] = /^\$response\.header\.(.+)$/.exec(value) ?? [];
  return header ?? location(value.replace(/^\$response\.body#/, ""));
}
