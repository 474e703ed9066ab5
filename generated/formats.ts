// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import { Liquid } from "liquidjs";
import type { Formats } from "./validators.js";

/** Tokenizes like Ruby: a tag ends at the first `%}`, an output at the first `}`. */
const pieces = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}?|\{\{|\{%/g;
const tag = /^\{%-?[ \t\r\n]*(\w+)([\s\S]*?)-?%\}$/;
const quoted = /'[^']*'|"[^"]*"/g;
const otherBlank = /[^\S \t\r\n\v\f]/;

/** An open block of a template. */
interface Block {
  readonly name: string;
  hasElse: boolean;
}

/**
 * Returns the template in terms that liquidjs supports: without comments and documentation, which may nest
 * and contain anything, without empty outputs, with a single `else`. Undefined for templates that the
 * reference implementation rejects in every mode.
 */
function plainLiquid(text: string): string | undefined {
  const blocks: Block[] = [];
  let [plain, at, hidden, depth] = ["", 0, "", 0];
  pieces.lastIndex = 0;
  for (let found = pieces.exec(text); found !== null; found = pieces.exec(text)) {
    const [piece] = found;
    const [, name = "", rest = ""] = tag.exec(piece) ?? [];
    if (name === "raw") {
      const end = /\{%-?\s*endraw\s*-?%\}/g;
      end.lastIndex = pieces.lastIndex;
      if (!end.test(text)) return undefined;
      pieces.lastIndex = end.lastIndex;
      continue;
    }
    if (hidden !== "") {
      if (name === hidden && name === "doc") return undefined;
      if (name === hidden) depth += 1;
      if (name === `end${hidden}`) depth -= 1;
      if (depth > 0) continue;
      [hidden, at] = ["", pieces.lastIndex];
      continue;
    }
    if (!(piece.startsWith("{{") ? piece.endsWith("}}") : tag.test(piece) || /^\{%-?\s*#/.test(piece)))
      return undefined;
    if (piece.startsWith("{%") && otherBlank.test(piece.replace(quoted, ""))) return undefined;
    if (name === "comment" || name === "doc") {
      plain += text.slice(at, found.index);
      [hidden, depth] = [name, 1];
      continue;
    }
    const written = /^\{\{-?\s*-?\}\}$/.test(piece) ? "{{a}}" : writtenTag(name, rest, piece, blocks);
    if (written === undefined) return undefined;
    if (written !== piece) {
      plain += text.slice(at, found.index) + written;
      at = pieces.lastIndex;
    }
  }
  return hidden === "" ? plain + text.slice(at) : undefined;
}

/**
 * Returns the tag to keep. A second `else` is dropped; in a loop it is an error. The content after it is
 * still checked.
 */
function writtenTag(name: string, rest: string, piece: string, blocks: Block[]): string | undefined {
  if (["if", "unless", "case", "for", "tablerow"].includes(name)) blocks.push({ name, hasElse: false });
  const block = blocks.at(-1);
  if (block === undefined) return piece;
  if (name === `end${block.name}`) blocks.pop();
  if (block.name !== "if" && block.name !== "for") return piece;
  if (name === "elsif" && block.hasElse) return `{% if ${rest} %}{% endif %}`;
  if (name !== "else") return piece;
  if (!block.hasElse) {
    block.hasElse = true;
    return piece;
  }
  return block.name === "for" ? undefined : "";
}

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
function createLiquidFormat(options: LiquidFormatOptions): (text: string) => boolean {
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

/** Formats for `createValidators`: those in `given`, then the known ones. Unknown formats are not checked. */
export function createFormats(given: Partial<Formats> = {}): Formats {
  const known: Formats = { liquid: createLiquidFormat({ longest: 512 }) };
  return { ...known, ...given };
}
