// Integers in parameters that no double represents, such as ids of `format: int64` beyond 2^53: the value is
// their exact text, and the schema is applied to the doubles next to it.
import { isRounded } from "../runtime/rounded-integer.ts";
import type { RequestValidators, Validator } from "../runtime/validator-types.ts";
import type { ScalarType, Shape, Values, WireParameter } from "../runtime/wire-parameter.ts";
import type { ParameterReader, WireParameters } from "../runtime/wire-reader.ts";
import { decode, own, setOwn, typesOfProperty } from "../runtime/wire-value.ts";

type Direction = "zero" | "infinity";
type Convert = (value: unknown, types: readonly ScalarType[]) => unknown;

/** Returns a reader whose values beyond 2^53 are numbers if a double represents them, else their texts. */
export function exactReader(reader: ParameterReader, wire: WireParameters): ParameterReader {
  const numeric = (of: readonly WireParameter[] = []) => of.filter(({ shape }) => isNumeric(shape));
  const path = numeric(wire.path);
  const query = numeric(wire.query);
  const header = numeric(wire.header);
  const cookie = numeric(wire.cookie);
  if (path.length + query.length + header.length + cookie.length === 0) return reader;
  const numbers = path.filter(isPlainNumber);
  return {
    path: (raw, problems) => {
      const values = converted(path, reader.path(raw, problems), exactOf);
      for (const { name } of numbers) {
        const text = decode(own(raw, name) ?? "", () => undefined);
        if (isRounded(text)) setOwn(values, name, text);
      }
      return values;
    },
    query: (raw, problems) => converted(query, reader.query(raw, problems), exactOf),
    headers: (raw, problems) => converted(header, reader.headers(raw, problems), exactOf),
    cookies: (raw, problems) => converted(cookie, reader.cookies(raw, problems), exactOf),
  };
}

/** Returns validators for the values of such a reader. */
export function exactValidators(validators: RequestValidators, wire: WireParameters): RequestValidators {
  const of = (
    name: "path" | "query" | "headers" | "cookies",
    parameters: readonly WireParameter[] | undefined,
  ) => {
    const check = validators[name];
    const numeric = parameters?.filter(({ shape }) => isNumeric(shape)) ?? [];
    return check === undefined || numeric.length === 0 ? {} : { [name]: exactly(check, numeric) };
  };
  return {
    ...validators,
    ...of("path", wire.path),
    ...of("query", wire.query),
    ...of("headers", wire.header),
    ...of("cookies", wire.cookie),
  };
}

function exactly(check: Validator, parameters: readonly WireParameter[]): Validator {
  const near = (values: Values, towards: Direction): Values =>
    converted(parameters, values, (value, types) => doubleOf(value, types, towards));
  const exact: Validator = (values) => {
    const lower = near(values as Values, "zero");
    // A limit between the two doubles accepts one of them only.
    const isValid = check(lower) && (lower === values || check(near(values as Values, "infinity")));
    exact.errors = check.errors ?? null;
    return isValid;
  };
  return exact;
}

/** Without a prefix, as of a matrix, before the number. */
function isPlainNumber({ shape, style }: WireParameter): boolean {
  return style === "simple" && shape.kind === "scalar" && mayBeNumber(shape.types);
}

function isNumeric(shape: Shape): boolean {
  if (shape.kind === "json") return false;
  return shape.kind === "object" || mayBeNumber(shape.types);
}

/** Of a parameter that may be a text, too, digits are a text. */
function mayBeNumber(types: readonly ScalarType[]): boolean {
  return !types.includes("string") && (types.includes("integer") || types.includes("number"));
}

function exactOf(value: unknown, types: readonly ScalarType[]): unknown {
  return isLarge(value, types) && !isRounded(value) ? Number(value) : value;
}

function doubleOf(value: unknown, types: readonly ScalarType[], towards: Direction): unknown {
  if (!isLarge(value, types)) return value;
  const exact = BigInt(value);
  const nearest = Number(value);
  if (!Number.isFinite(nearest)) return nearest;
  const isBeyond = BigInt(nearest) > exact === exact > 0n;
  const other = neighbour(nearest, isBeyond ? "zero" : "infinity");
  const double = isBeyond === (towards === "infinity") ? nearest : other;
  // The greatest int64 is below 2^63, which is the next double.
  return double === 2 ** 63 ? neighbour(double, "zero") : double;
}

/** Returns the next double of an integer beyond 2^53, whose bits are an ascending integer. */
function neighbour(double: number, towards: Direction): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  view.setBigInt64(0, view.getBigInt64(0) + (towards === "zero" ? -1n : 1n));
  return view.getFloat64(0);
}

function isLarge(value: unknown, types: readonly ScalarType[]): value is string {
  return typeof value === "string" && mayBeNumber(types) && /^-?[1-9]\d{15,}$/.test(value);
}

/** Returns the same object if nothing is converted. */
function converted(parameters: readonly WireParameter[], values: Values, convert: Convert): Values {
  let changed: Values | undefined;
  for (const { name, shape } of parameters) {
    const value = own(values, name);
    const other = convertedIn(shape, value, convert);
    if (other !== value) setOwn((changed ??= { ...values }), name, other);
  }
  return changed ?? values;
}

function convertedIn(shape: Shape, value: unknown, convert: Convert): unknown {
  if (typeof value !== "string" && typeof value !== "object") return value;
  if (shape.kind === "scalar") return convert(value, shape.types);
  if (shape.kind === "array" && Array.isArray(value)) {
    const items = value.map((item: unknown) => convert(item, shape.types));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (shape.kind !== "object" || typeof value !== "object" || value === null) return value;
  let changed: Values | undefined;
  for (const [name, member] of Object.entries(value)) {
    const other = convert(member, typesOfProperty(shape, name));
    if (other !== member) setOwn((changed ??= { ...value }), name, other);
  }
  return changed ?? value;
}
