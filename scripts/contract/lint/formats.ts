// The checks behind JSON Schema's `format`: the registered ones, Liquid templates, and those a module brings along.
import { pathToFileURL } from "node:url";
import { DocumentError } from "../document/document.ts";
import { createLiquidFormat } from "../runtime/format-liquid.ts";
import { formatNames, formatOf } from "../schema/formats.ts";

/** What a format checks: a text, or in the form that generated code has for numbers. */
type FormatCheck = ((text: string) => boolean) | { readonly validate: (value: number) => boolean };

/** Format name → what checks it. */
export type FormatChecks = Readonly<Record<string, FormatCheck>>;

/** The formats every document can use. */
export function knownFormats(): FormatChecks {
  const known = formatNames().map((name): [string, FormatCheck] => [name, checkOf(name)]);
  return { ...Object.fromEntries(known), liquid: isLiquid };
}

/** Looked up once: it is called for every value. */
function checkOf(name: string): FormatCheck {
  const format = formatOf(name);
  if (format === undefined) return () => true;
  if (format.about === "number") return { validate: format.check };
  if (!("expression" in format)) return format.check;
  const { expression } = format;
  return (text) => expression.test(text);
}

/**
 * The formats a JavaScript module exports: each exported function is the format of its name, and says whether a text has it.
 *
 * Throws a DocumentError when the module cannot be loaded, or exports something else or a format of JSON Schema.
 */
export async function formatsOfModule(path: string): Promise<FormatChecks> {
  let exported: Record<string, unknown>;
  try {
    exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (cause) {
    throw new DocumentError(`the format module ${path} cannot be loaded: ${String(cause)}`, {
      fix: "name a JavaScript module (.js or .mjs)",
      cause,
    });
  }
  return Object.fromEntries(
    Object.entries(exported).map(([name, check]) => {
      if (formatOf(name) !== undefined) {
        throw new DocumentError(`${path} exports ${name}, a format that means the same in every document`, {
          fix: "give the format another name, in the document and here",
        });
      }
      if (isCheck(check)) return [name, (text: string) => check(text) === true];
      throw new DocumentError(`${path} exports ${name}, which is no function`, {
        fix: `export function ${name}(text) { return true; } from it`,
      });
    }),
  );
}

function isCheck(value: unknown): value is (text: string) => unknown {
  return typeof value === "function";
}

/** Whether a text parses as a Liquid template, as servers and clients that are generated decide it. */
export const isLiquid = createLiquidFormat({ longest: Number.POSITIVE_INFINITY });
