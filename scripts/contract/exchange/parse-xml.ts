// Parses XML documents (XML 1.0, fifth edition) as far as request bodies have them. Document types are
// rejected: their entities could name files or grow without bound.

/** An element, with its names as written, prefixes included. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly XmlElement[];
  /** The text between the elements. */
  readonly text: string;
}

/** An element whose end was not read yet. */
interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: XmlElement[];
  readonly texts: string[];
}

const nameStart = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const name = String.raw`[${nameStart}][${nameStart}\-.0-9\u00B7\u0300-\u036F\u203F\u2040]*`;
const startTag = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "uy");
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "gu");
const endTag = new RegExp(`</(${name})\\s*>`, "uy");
/** Comments and processing instructions; an XML declaration is read as one. */
const ignored = /<!--(?:(?!--)[^])*-->|<\?(?!\s)(?:(?!\?>)[^])*\?>/y;
const cdata = /<!\[CDATA\[((?:(?!\]\]>)[^])*)\]\]>/y;
const characters = /[^<]+/y;
/** Characters that XML does not have (section 2.2). */
const foreign = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/**
 * Parses a document and returns its root element. Throws a SyntaxError for a text that is not well-formed.
 *
 * @param deepest  maximum depth of elements
 */
export function parseXml(text: string, deepest = 100): XmlElement {
  if (foreign.test(text)) throw new SyntaxError("it has a character that XML does not allow");
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const next = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found ?? undefined;
  };
  const fail = (problem: string): never => {
    throw new SyntaxError(`${problem} in line ${text.slice(0, at).split("\n").length}`);
  };
  const close = (element: OpenElement): void => {
    const { name: own, attributes, elements } = element;
    const closed = { name: own, attributes, elements, text: element.texts.join("") };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.elements.push(closed);
  };
  const addText = (written: string): void => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.texts.push(written);
    else if (written.trim() !== "") fail("there is text outside of the root element");
  };
  while (at < text.length) {
    if (next(ignored) !== undefined) continue;
    const section = open.length > 0 ? next(cdata) : undefined;
    const written = section === undefined ? next(characters) : undefined;
    if (section !== undefined) addText(section[1] ?? "");
    else if (written !== undefined) addText(resolved(written[0], fail));
    else if (text.startsWith("</", at)) {
      const [, own] = next(endTag) ?? fail("an end tag cannot be read");
      const ended = open.pop();
      if (ended === undefined || ended.name !== own) fail(`</${own}> ends no open element`);
      else close(ended);
    } else {
      if (text.startsWith("<!DOCTYPE", at)) fail("document types are not accepted");
      if (root !== undefined) fail("there is more than one root element");
      const [, own = "", fields = "", isEmpty] = next(startTag) ?? fail("a tag cannot be read");
      if (open.length >= deepest) fail(`elements are nested deeper than ${deepest}`);
      const element = { name: own, attributes: attributesOf(fields, fail), elements: [], texts: [] };
      if (isEmpty === "/") close(element);
      else open.push(element);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`<${unclosed.name}> is not closed`);
  return root ?? fail("there is no element");
}

type Fail = (problem: string) => never;

function attributesOf(fields: string, fail: Fail): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, own = "", one, other] of fields.matchAll(attribute)) {
    if (found.has(own)) fail(`the attribute ${own} is given twice`);
    // Attribute values are normalized (section 3.3.3).
    found.set(own, resolved((one ?? other ?? "").replaceAll(/[\t\r\n]/g, " "), fail));
  }
  return found;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Returns a text with line ends normalized and references replaced. */
function resolved(text: string, fail: Fail): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(
      /&(?:([a-z]+);|#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});|)/g,
      (_, named?: string, decimal?: string, hexadecimal?: string) => {
        if (named !== undefined) return entities.get(named) ?? fail(`&${named}; is not defined`);
        const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
        const isCharacter = code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) && code > 0;
        const character = isCharacter ? String.fromCodePoint(code) : "\0";
        return foreign.test(character) ? fail("a reference to a character cannot be read") : character;
      },
    );
}
