// Parses XML documents (XML 1.0, fifth edition), as request bodies have them. Document types are rejected:
// their entities could name files or grow without bound.
import { SaxesParser } from "saxes";

/** An element, with its names as written, prefixes included. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly XmlElement[];
  /** The text between the elements. */
  readonly text: string;
}

/** An element whose end was not read yet. */
interface OpenElement extends XmlElement {
  readonly elements: XmlElement[];
  text: string;
}

/**
 * Parses a document and returns its root element. Throws a SyntaxError, with line and column, for a text that
 * is not well-formed.
 *
 * @param deepest  maximum depth of elements
 */
export function parseXml(text: string, deepest = 100): XmlElement {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const fail = (problem: string): never => {
    throw new SyntaxError(`${parser.line}:${parser.column}: ${problem}`);
  };
  const addText = (written: string): void => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += written;
  };
  parser.on("error", ({ message }) => {
    throw new SyntaxError(message);
  });
  parser.on("doctype", () => fail("document types are not accepted."));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= deepest) fail(`elements are nested deeper than ${deepest}.`);
    open.push({ name, attributes: new Map(Object.entries(attributes)), elements: [], text: "" });
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed === undefined) return;
    if (parent === undefined) root = closed;
    else parent.elements.push(closed);
  });
  parser.write(text).close();
  return root ?? fail("there is no element.");
}
