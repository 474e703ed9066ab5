// The string format `liquid`: templates that liquidjs can parse, in the dialect of the reference
// implementation. Templates are never rendered here.
import { Liquid } from "liquidjs";
import { plainLiquid } from "./liquid-dialect.ts";

/** Options of the check. */
interface LiquidFormatOptions {
  /**
   * Length in UTF-16 units beyond which a text is not parsed: `maxLength` has rejected it already, and
   * parsing takes time.
   */
  readonly longest: number;
}

/**
 * Returns the check for the format. Unknown tags and syntax errors are rejected; unknown filters are not,
 * because renderers bring their own. Templates cannot access the disk, because partials are only resolved
 * when rendering.
 */
export function createLiquidFormat(options: LiquidFormatOptions): (text: string) => boolean {
  let engine: Liquid | undefined;
  return (text) => {
    if (!text.includes("{{") && !text.includes("{%")) return true;
    if (text.length > options.longest) return true;
    // Created for the first template, because its setup takes a noticeable part of a server's start.
    engine ??= createLiquidEngine();
    try {
      const plain = plainLiquid(text);
      if (plain === undefined) return false;
      engine.parse(plain);
      return true;
    } catch {
      return false;
    }
  };
}

/**
 * Creates liquidjs with the tags of the reference implementation: without `layout` and `block`, with
 * `ifchanged`.
 */
function createLiquidEngine(): Liquid {
  const engine = new Liquid({ strictFilters: false });
  delete engine.tags["layout"];
  delete engine.tags["block"];
  engine.registerTag("ifchanged", {
    parse(_tag, remaining) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- a tag that is registered gets no parser of its own
      const stream = engine.parser.parseStream(remaining);
      stream.on("tag:endifchanged", () => {
        stream.stop();
      });
      stream.on("end", () => {
        throw new SyntaxError("ifchanged is not closed");
      });
      stream.start();
    },
    render: () => "",
  });
  return engine;
}
