// The string format `liquid`: what liquidjs can parse. Nothing is ever rendered here.
import { Liquid } from "liquidjs";

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
