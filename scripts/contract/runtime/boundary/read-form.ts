// Reads forms, whose fields are written as query parameters are.
import type { ParameterProblem, Values, WireParameter } from "../wire-parameter.ts";
import { parseQuery } from "../wire-query.ts";
import { own, setOwn } from "../wire-value.ts";
import { formFile } from "./form-file.ts";
import { essenceOf } from "./media-type.ts";
import type { RequestProblem } from "./problem.ts";

/** The fields of form bodies, by media type. */
export type Forms = Readonly<Record<string, readonly WireParameter[]>>;

/** A form as handlers get it, and as the validators look at it: there, files are texts. */
export interface ReadForm {
  readonly body: Record<string, unknown>;
  readonly plain: Record<string, unknown>;
}

/** Throws a SyntaxError for bytes that are no form of the media type; what is wrong with a field is added to the problems. */
export async function readForm(
  fields: readonly WireParameter[],
  raw: Uint8Array,
  type: string,
  problems: RequestProblem[],
): Promise<ReadForm> {
  const texts: string[] = [];
  const others: [string, string | Blob][] = [];
  const lists = new Map<string, unknown[]>();
  for (const { name, value, written } of await partsOf(raw, type)) {
    const field = fields.find((one) => isOf(one, name));
    if (field?.shape.kind === "json" && field.shape.list === true) {
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      list.push(jsonOf(typeof value === "string" ? value : await value.text(), name, problems));
      continue;
    }
    const text =
      typeof value === "string" ? value : field?.shape.kind === "json" ? await value.text() : undefined;
    if (field === undefined || text === undefined) others.push([name, value]);
    else texts.push(written ?? `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  }
  const found: ParameterProblem[] = [];
  const values: Values = parseQuery(fields, texts.join("&"), found);
  for (const { name, detail } of found) problems.push({ in: "body", pointer: pointerTo(name), detail });
  const body: Record<string, unknown> = { ...values };
  const plain: Record<string, unknown> = { ...values };
  for (const [name, list] of lists) {
    setOwn(body, name, list);
    setOwn(plain, name, list);
  }
  for (const [name, given] of others) {
    const isList = fields.some((field) => field.name === name && field.shape.kind === "array");
    const value = given instanceof File ? formFile(given) : given;
    const content =
      typeof value === "string" ? value : textOfBytes(new Uint8Array(await value.arrayBuffer()));
    setOwn(body, name, isList ? [...asList(own(body, name)), value] : value);
    setOwn(plain, name, isList ? [...asList(own(plain, name)), content] : content);
  }
  return { body, plain };
}

interface Part {
  readonly name: string;
  readonly value: string | Blob;
  /** As it came, where that says more than the value: a comma between the items of a list is none that stands in an item. */
  readonly written?: string;
}

async function partsOf(bytes: Uint8Array, type: string): Promise<Part[]> {
  if (essenceOf(type) === "application/x-www-form-urlencoded") return formPairs(bytes);
  const response = new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the body is here already, and was bounded when it came
    const form = await response.formData();
    return [...form].map(([name, value]) => ({ name, value }));
  } catch (error) {
    throw new SyntaxError(`must be ${essenceOf(type)}`, { cause: error });
  }
}

/** https://url.spec.whatwg.org/#urlencoded-parsing */
function formPairs(bytes: Uint8Array): Part[] {
  const pieces = new TextDecoder().decode(bytes).split("&");
  return pieces.flatMap((written) =>
    [...new URLSearchParams(written)].map(([name, value]) => ({ name, value, written })),
  );
}

/** A character for each byte, so that lengths are those of the file. */
function textOfBytes(bytes: Uint8Array): string {
  const size = 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += size)
    // eslint-disable-next-line no-restricted-syntax -- a bounded part, which is the fastest way
    text += String.fromCharCode(...bytes.subarray(at, at + size));
  return text;
}

/** The value of one part; a text that is no JSON is a problem, and stays as it is. */
function jsonOf(text: string, name: string, problems: RequestProblem[]): unknown {
  try {
    return JSON.parse(text);
  } catch {
    problems.push({ in: "body", pointer: pointerTo(name), detail: "must be JSON" });
    return text;
  }
}

/** Whether a name of a form is one of a field's: objects may be spread over several. */
function isOf({ name, style, explode, shape }: WireParameter, given: string): boolean {
  if (style === "deepObject") return given.startsWith(`${name}[`);
  if (shape.kind === "object" && explode) return Object.hasOwn(shape.properties, given);
  return name === given;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function pointerTo(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
