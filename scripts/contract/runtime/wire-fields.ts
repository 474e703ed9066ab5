// Parses header fields and cookies. This text becomes part of the generated `parameters.ts`.
import type { Pair, ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { decode, own, parseParts, reporter, setOwn, splitPair } from "./wire-value.ts";

/** Parses header fields by lower-case name, as Node provides them. Undeclared fields are ignored. */
export function parseHeaders(
  parameters: readonly WireParameter[],
  raw: Readonly<Record<string, string | string[] | undefined>>,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  for (const { name, shape, explode } of parameters) {
    const field = own(raw, name.toLowerCase());
    if (field === undefined) continue;
    const report = reporter("header", name, problems);
    const lines = typeof field === "string" ? [field] : field;
    if (lines.length > 1 && shape.kind === "scalar") report("must be given only once");
    // RFC 9110, section 5.3: lines of the same name are one list.
    const text = shape.kind === "scalar" ? (lines[0] ?? "") : lines.join(",");
    setOwn(
      values,
      name,
      parseParts(shape, text, { separator: ",", explode, decode: (part) => part, report }),
    );
  }
  return values;
}

/** Parses the `Cookie` field (RFC 6265, section 4.2). Undeclared cookies are ignored. */
export function parseCookies(
  parameters: readonly WireParameter[],
  raw: string | undefined,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  if (parameters.length === 0) return values;
  const pairs = (raw ?? "").split(";").map((part) => splitPair(part.trim()));
  // As in a query, undeclared names belong to an exploded object with additional properties.
  const open = parameters.find(
    ({ shape, explode }) => explode && shape.kind === "object" && shape.others !== undefined,
  );
  for (const parameter of parameters) {
    const { name, shape, style, explode } = parameter;
    const given = pairs.filter(([key]) =>
      parameter === open && !parameters.some((other) => claims(other, key))
        ? key !== ""
        : claims(parameter, key),
    );
    const [first] = given;
    if (first === undefined) continue;
    const report = reporter("cookie", name, problems);
    // If exploded, either style has a cookie for each part: `ids=1; ids=2`, `role=admin; age=3`.
    const isSpread = explode && (shape.kind === "array" || shape.kind === "object");
    if (given.length > 1 && !isSpread) report("must be given only once");
    const texts = shape.kind === "object" ? given.map(([key, value]) => `${key}=${value}`) : given.map(last);
    setOwn(
      values,
      name,
      parseParts(shape, isSpread ? texts.join(";") : first[1], {
        separator: isSpread ? ";" : ",",
        explode: isSpread,
        // Only the style `form` percent-encodes (OpenAPI 3.2, section 4.12.6).
        decode: (part) => (style === "cookie" ? part : decode(part, report)),
        report,
      }),
    );
  }
  return values;
}

/** Whether a cookie is declared by its name. */
function claims({ name, shape, explode }: WireParameter, key: string): boolean {
  return shape.kind === "object" && explode ? Object.hasOwn(shape.properties, key) : key === name;
}

function last([, value]: Pair): string {
  return value;
}
