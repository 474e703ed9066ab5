import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { childPointer, isArray, isObject, parsePointer } from "../../scripts/contract/document/pointer.ts";
import { scanJson } from "../../scripts/contract/document/scan-json.ts";

function pointersOf(node: Json, pointer = ""): [string, Json][] {
  const children = isArray(node) ? [...node.entries()] : isObject(node) ? Object.entries(node) : [];
  return [
    [pointer, node],
    ...children.flatMap(([key, value]) => pointersOf(value as Json, childPointer(pointer, key))),
  ];
}

/** Returns the text at an offset: a member's name and value, or a value. */
function textAt(text: string, offset: number): string {
  return text.slice(offset).replaceAll(/\s+/g, "");
}

t.test("scanJson finds every node of any JSON text where it is written", (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const index = scanJson(text);
      for (const [pointer, node] of pointersOf(JSON.parse(text) as Json)) {
        const found = textAt(text, index.find(parsePointer(pointer)));
        const name = parsePointer(pointer).at(-1) ?? "";
        const written = JSON.stringify(node).replaceAll(/\s+/g, "");
        const member = `${JSON.stringify(name).replaceAll(/\s+/g, "")}:${written}`;
        if (!found.startsWith(written) && !found.startsWith(member)) return false;
      }
      return true;
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("scanJson accepts exactly the texts that JSON.parse accepts", (t) => {
  const accepts = (parse: () => unknown): boolean => {
    try {
      parse();
      return true;
    } catch {
      return false;
    }
  };
  const nearly = fc
    .tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom("", "0", ",", ":", '"', "\\", "}", "]", "\n", "1e", "-", ".5", "\u00a0"),
    )
    .map(([value, at, splice]) => {
      const text = JSON.stringify(value);
      const offset = at % (text.length + 1);
      return text.slice(0, offset) + splice + text.slice(offset + (at % 3));
    });
  fc.assert(
    fc.property(nearly, (text) => accepts(() => JSON.parse(text)) === accepts(() => scanJson(text))),
    { numRuns: 2000 },
  );
  t.end();
});
