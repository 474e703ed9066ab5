// Evaluates the URL of a callback with its runtime expressions (OpenAPI 3.1, section 4.8.20.3).
import { resolvePointer } from "../../document/pointer.ts";
import type { Json } from "../../document/document.ts";
import { expressionsIn, parseRuntimeExpression } from "../../lint/runtime-expression.ts";
import { fieldText, type HeaderFields } from "../../runtime/boundary/message-head.ts";

/** The values of an exchange that runtime expressions refer to. */
export interface AddressedExchange {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly request: Side;
  readonly response: Omit<Side, "query" | "path">;
}

interface Side {
  /** Keyed by lower-case name. */
  readonly headers: HeaderFields;
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * Returns the URL of a callback; undefined if an expression has no value, as when a client registers no
 * callback.
 */
export function addressOf(template: string, exchange: AddressedExchange): string | undefined {
  if (template.startsWith("$")) return textAt(template, exchange);
  const texts = new Map(expressionsIn(template).map((one) => [one, textAt(one, exchange)]));
  if ([...texts.values()].includes(undefined)) return undefined;
  return template.replace(/\{(\$[^}]*)\}/g, (_, one: string) => texts.get(one) ?? "");
}

function textAt(written: string, exchange: AddressedExchange): string | undefined {
  const value = valueAt(written, exchange);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

function valueAt(written: string, exchange: AddressedExchange): unknown {
  const expression = parseRuntimeExpression(written);
  if (expression === undefined) return undefined;
  if (!("part" in expression)) {
    const { url, method, status } = exchange;
    return { url, method, statusCode: status }[expression.source];
  }
  const side: Partial<Side> = exchange[expression.source];
  if (expression.part === "body") return resolvePointer((side.body ?? null) as Json, expression.pointer);
  if (expression.part === "header") return fieldText(side.headers ?? {}, expression.name.toLowerCase());
  const values = side[expression.part] ?? {};
  return Object.hasOwn(values, expression.name) ? values[expression.name] : undefined;
}
