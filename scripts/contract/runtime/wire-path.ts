// Parses path segments. This text becomes part of the generated `parameters.ts`.
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { decode, own, parseParts, reporter, setOwn } from "./wire-value.ts";

/** Parses the segments that a path template names, still percent-encoded. */
export function parsePath(
  parameters: readonly WireParameter[],
  raw: Readonly<Record<string, string>>,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  for (const { name, shape, style, explode } of parameters) {
    const segment = own(raw, name);
    if (segment === undefined) continue;
    const report = reporter("path", name, problems);
    const { text, separator } = unwrapSegment(name, segment, { style, explode, shape });
    setOwn(
      values,
      name,
      parseParts(shape, text, { separator, explode, decode: (part) => decode(part, report), report }),
    );
  }
  return values;
}

/**
 * Removes the prefix of the styles `label` (`.a.b`) and `matrix` (`;ids=a,b`) from a value (RFC 6570,
 * sections 3.2.5 and 3.2.7).
 */
function unwrapSegment(
  name: string,
  segment: string,
  { style, explode, shape }: Pick<WireParameter, "style" | "explode" | "shape">,
): { text: string; separator: string } {
  if (style === "label") return { text: segment.replace(/^\./, ""), separator: explode ? "." : "," };
  if (style !== "matrix") return { text: segment, separator: "," };
  const text = segment.replace(/^;/, "");
  if (!explode || shape.kind === "scalar") return { text: withoutName(name, text), separator: "," };
  if (shape.kind === "object") return { text, separator: ";" };
  const items = text.split(";").map((part) => withoutName(name, part));
  return { text: items.join(";"), separator: ";" };
}

/** Returns `blue` for `color=blue`; an empty value is the name alone (RFC 6570, section 3.2.7). */
function withoutName(name: string, text: string): string {
  if (text === name) return "";
  const prefix = `${name}=`;
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
