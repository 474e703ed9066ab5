// The string format `liquid`: what liquidjs can parse of the dialect that is meant. Nothing is ever rendered here.
import { Liquid } from "liquidjs";
import { plainLiquid } from "./liquid-dialect.ts";

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

/** liquidjs with the tags of the reference implementation: without `layout` and `block`, with `ifchanged`. */
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
