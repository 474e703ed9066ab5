// Reads forms, whose fields are serialized like query parameters.
import type { FormField, FormParts, ParameterProblem, Values } from "../wire-parameter.ts";
import { parseQuery } from "../wire-query.ts";
import { own, setOwn } from "../wire-value.ts";
import { formFile } from "./form-file.ts";
import { essenceOf } from "./media-type.ts";
import type { RequestProblem } from "./problem.ts";
import { readJson } from "../json/read-json.ts";
import type { JsonLimits } from "../json/scan-json.ts";

/** The fields of form bodies by media type; for bodies of parts without names, the parts. */
export type Forms = Readonly<Record<string, readonly FormField[] | FormParts>>;

/** A form in two representations: as handlers receive it, and for the validators, where files are strings. */
export interface ReadForm {
  readonly body: Record<string, unknown>;
  readonly plain: Record<string, unknown>;
}

/** The limits, and the list that collects problems. */
export interface Reporting {
  readonly problems: RequestProblem[];
  readonly limits: JsonLimits;
}

/**
 * Reads a form; problems of its fields are added to the list. Throws a SyntaxError for bytes that are not a
 * form of the media type.
 */
export async function readForm(
  declared: readonly FormField[],
  raw: Uint8Array,
  type: string,
  { problems, limits }: Reporting,
): Promise<ReadForm> {
  const fields = new FieldsByName(declared);
  const texts: string[] = [];
  const others: [string, string | File][] = [];
  const parsed = new Map<string, unknown>();
  for (const { name, value, written } of await partsOf(raw, type)) {
    const field = fields.of(name);
    if (field === undefined) {
      others.push([name, value]);
    } else if (field.shape.kind === "json") {
      const json = jsonOf(await partText(value, name, problems), name, { problems, limits });
      const list = parsed.get(name);
      if (list === undefined) parsed.set(name, field.shape.list === true ? [json] : json);
      else if (field.shape.list === true && Array.isArray(list)) list.push(json);
      else problems.push({ in: "body", pointer: pointerTo(name), detail: "must be given only once" });
    } else if (field.files === "all" || (field.files === "some" && value instanceof File)) {
      others.push([name, fileOf(value, name, problems)]);
    } else {
      const text = await partText(value, name, problems);
      texts.push(written ?? `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    }
  }
  const found: ParameterProblem[] = [];
  const values: Values = parseQuery(fields.all, texts.join("&"), found);
  for (const { name, detail } of found) problems.push({ in: "body", pointer: pointerTo(name), detail });
  const body: Record<string, unknown> = { ...values };
  const plain: Record<string, unknown> = { ...values };
  for (const [name, json] of parsed) {
    setOwn(body, name, json);
    setOwn(plain, name, json);
  }
  const mixed = new Map<string, { readonly body: unknown[]; readonly plain: unknown[] }>();
  for (const [name, given] of others) {
    const isList = fields.of(name)?.shape.kind === "array";
    const value = given instanceof File ? formFile(given) : given;
    const content =
      typeof value === "string" ? value : textOfBytes(new Uint8Array(await value.arrayBuffer()));
    if (!isList) {
      setOwn(body, name, value);
      setOwn(plain, name, content);
      continue;
    }
    const list = mixed.get(name) ?? {
      body: [...asList(own(body, name))],
      plain: [...asList(own(plain, name))],
    };
    mixed.set(name, list);
    list.body.push(value);
    list.plain.push(content);
  }
  for (const [name, list] of mixed) {
    setOwn(body, name, list.body);
    setOwn(plain, name, list.plain);
  }
  return { body, plain };
}

/** The declared fields, and undeclared ones as they are looked up. */
class FieldsByName {
  readonly all: FormField[];
  readonly #declared: readonly FormField[];
  readonly #other: FormField | undefined;
  /** Fields by the names that were received: a form may have very many, declared or not. */
  readonly #known = new Map<string, FormField | undefined>();

  constructor(declared: readonly FormField[]) {
    this.#declared = declared.filter((field) => field.isOther !== true);
    this.all = [...this.#declared];
    this.#other = declared.find((field) => field.isOther === true);
  }

  of(name: string): FormField | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    let found = this.#declared.find((field) => isOf(field, name));
    if (found === undefined && this.#other !== undefined) this.all.push((found = { ...this.#other, name }));
    this.#known.set(name, found);
    return found;
  }
}

/**
 * Returns a part as a file, even if it has no file name; bytes that are not text cannot be recovered from
 * such a part.
 */
function fileOf(value: string | File, name: string, problems: RequestProblem[]): File {
  if (typeof value !== "string") return value;
  if (value.includes("\ufffd"))
    problems.push({ in: "body", pointer: pointerTo(name), detail: "must have a filename, as files do" });
  return new File([value], "");
}

const partDecoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Returns the text of a part, even if it has a file name, as parts with a media type of their own often have.
 */
async function partText(value: string | File, name: string, problems: RequestProblem[]): Promise<string> {
  if (typeof value === "string") return value;
  try {
    return partDecoder.decode(await value.arrayBuffer());
  } catch {
    problems.push({ in: "body", pointer: pointerTo(name), detail: "must be UTF-8" });
    return "";
  }
}

interface Part {
  readonly name: string;
  readonly value: string | File;
  /**
   * The undecoded text, if it carries more than the value: a comma between the items of a list differs from a
   * comma inside an item.
   */
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

/** Parses `application/x-www-form-urlencoded` (https://url.spec.whatwg.org/#urlencoded-parsing). */
function formPairs(bytes: Uint8Array): Part[] {
  const pieces = new TextDecoder().decode(bytes).split("&");
  return pieces.flatMap((written) =>
    [...new URLSearchParams(written)].map(([name, value]) => ({ name, value, written })),
  );
}

/** Returns a string with one character per byte, so that its length is the size of the file. */
export function textOfBytes(bytes: Uint8Array): string {
  const size = 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += size)
    // eslint-disable-next-line no-restricted-syntax -- a bounded part, which is the fastest way
    text += String.fromCharCode(...bytes.subarray(at, at + size));
  return text;
}

/** Parses the value of one part as strictly as a JSON body; returns the text if it is not JSON. */
export function jsonOf(text: string, name: string, { problems, limits }: Reporting): unknown {
  const reading = readJson(text, limits);
  for (const { pointer, detail } of reading.problems)
    problems.push({ in: "body", pointer: `${pointerTo(name)}${pointer}`, detail });
  return reading.wellFormed ? reading.value : text;
}

/** Whether a received name belongs to a field: objects may be spread over several names. */
function isOf({ name, style, explode, shape }: FormField, given: string): boolean {
  if (style === "deepObject") return given.startsWith(`${name}[`);
  if (shape.kind === "object" && explode) return Object.hasOwn(shape.properties, given);
  return name === given;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function pointerTo(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
