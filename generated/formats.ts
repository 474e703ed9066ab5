// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import { Liquid } from "liquidjs";
import type { Formats } from "./validators.js";

/** How the checker is set up. */
interface LiquidFormatOptions {
  /** UTF-16 units beyond which a text is not parsed: `maxLength` has refused it already, and parsing takes time. */
  readonly longest: number;
}

/**
 * Makes the check for the format: unknown tags and syntax errors are refused, unknown filters are not, since who renders
 * brings its own. Templates do not reach the disk, because partials are only looked up when rendering.
 */
export function createLiquidFormat(options: LiquidFormatOptions): (text: string) => boolean {
  let engine: Liquid | undefined;
  return (text) => {
    if (!text.includes("{{") && !text.includes("{%")) return true;
    if (text.length > options.longest) return true;
    // Made for the first template, because setting it up takes a noticeable part of a server's start.
    engine ??= new Liquid({ strictFilters: false });
    try {
      engine.parse(text);
      return true;
    } catch {
      return false;
    }
  };
}

/** What `createValidators` takes: `given` first, then what is known of a format; of one that nobody knows, all is well. */
export function createFormats(given: Partial<Formats> = {}): Formats {
  const known: Formats = { liquid: createLiquidFormat({ longest: 512 }) };
  return { ...known, ...given };
}
