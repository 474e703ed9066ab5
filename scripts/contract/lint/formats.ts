// The checks for JSON Schema's `format`: the registered formats, Liquid templates, and formats from a user's
// module.
import { pathToFileURL } from "node:url";
import { importModule } from "../cli/import-module.ts";
import { DocumentError } from "../document/document.ts";
import { createLiquidFormat } from "../runtime/format-liquid.ts";
import { formatNames, formatOf } from "../schema/formats.ts";

/** A format's check: a function for strings, or an object as in generated code for numbers. */
type FormatCheck = ((text: string) => boolean) | { readonly validate: (value: number) => boolean };

/** Format name → its check. */
export type FormatChecks = Readonly<Record<string, FormatCheck>>;

/** Returns the formats that every document can use. */
export function knownFormats(): FormatChecks {
  const known = formatNames().map((name): [string, FormatCheck] => [name, checkOf(name)]);
  return { ...Object.fromEntries(known), liquid: isLiquid };
}

/** Called once per format, because the check itself runs for every value. */
function checkOf(name: string): FormatCheck {
  const format = formatOf(name);
  if (format === undefined) return () => true;
  if (format.about === "number") return { validate: format.check };
  if (!("expression" in format)) return format.check;
  const { expression } = format;
  return (text) => expression.test(text);
}

/**
 * Loads the formats that a JavaScript module exports: each exported function is the format of its name, and
 * returns whether a string is valid.
 *
 * @throws DocumentError if the module cannot be loaded, exports anything else, or exports a format of JSON
 *   Schema
 */
export async function formatsOfModule(path: string): Promise<FormatChecks> {
  let exported: Record<string, unknown>;
  try {
    exported = (await importModule(pathToFileURL(path).href)) as Record<string, unknown>;
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
      throw new DocumentError(`${path} exports ${name}, which is not a function`, {
        fix: `export function ${name}(text) { return true; } from it`,
      });
    }),
  );
}

function isCheck(value: unknown): value is (text: string) => unknown {
  return typeof value === "function";
}

/** Returns true if a text parses as a Liquid template; the same check as in generated servers and clients. */
export const isLiquid = createLiquidFormat({ longest: Number.POSITIVE_INFINITY });
