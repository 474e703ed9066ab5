// Reads request bodies of every media type. Becomes part of a generated `serve-operations.ts`.
import type { FastifyRequest } from "fastify";
import { formFile } from "./serve-file.ts";
import { parseJsonText } from "./serve-json.ts";
import { declaredType, essenceOf, isJsonType } from "./serve-media-type.ts";
import { type PlacedError, Refusal } from "./serve-refusal.ts";
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { parseQuery } from "./wire-query.ts";
import { own, setOwn } from "./wire-value.ts";

/** What an operation says of its body. */
export interface BodyRules {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
}

/** The fields of form bodies, by media type. */
export type Forms = Readonly<Record<string, readonly WireParameter[]>>;

export interface ReadBody {
  readonly body?: unknown;
  /** As the validators look at it: files are texts. */
  readonly plain?: unknown;
  /** As the document writes it. */
  readonly declared?: string;
}

/** Throws the 415, before anything of the body is read. */
export function checkMediaType({ headers }: FastifyRequest, rules: BodyRules | undefined): void {
  const length = headers["content-length"];
  const comes = headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
  if (!comes || rules === undefined) return;
  const coding = headers["content-encoding"] ?? "identity";
  const isDeclared = declaredType(headers["content-type"] ?? "", rules.mediaTypes) !== undefined;
  if (isDeclared && coding === "identity") return;
  const name = isDeclared ? "Content-Encoding" : "Content-Type";
  throw new Refusal(415, `Send the body as ${rules.mediaTypes.join(" or ")}, without a coding.`, {
    errors: [{ in: "header", name, detail: "must be of a declared media type, without a coding" }],
  });
}

/** Reads the body that came; what is wrong with it is added to the problems. */
export async function readBody(
  rules: BodyRules | undefined,
  forms: Forms,
  request: FastifyRequest,
  problems: PlacedError[],
): Promise<ReadBody> {
  const raw = request.body;
  const add = (detail: string): ReadBody => {
    problems.push({ in: "body", pointer: "", detail });
    return {};
  };
  if (!(raw instanceof Uint8Array) || raw.length === 0) return rules?.required ? add("must be there") : {};
  const type = request.headers["content-type"] ?? "";
  const declared = rules && declaredType(type, rules.mediaTypes);
  if (declared === undefined) return {};
  const fields = own(forms, declared);
  try {
    if (isJsonType(type)) {
      const value = parseJsonText(raw);
      return { body: value, plain: value, declared };
    }
    if (fields !== undefined) return { ...(await readForm(fields, raw, type, problems)), declared };
    if (!essenceOf(type).startsWith("text/")) return { body: raw };
    const text = textOf(raw);
    return { body: text, plain: text, declared };
  } catch (error) {
    // Only what the reader says of the text; an error of ours is not the sender's.
    if (error instanceof SyntaxError) return add(error.message);
    throw error;
  }
}

/** Throws a SyntaxError for bytes that are no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SyntaxError("must be UTF-8", { cause: error });
  }
}

/** Throws a SyntaxError for bytes that are no form of the media type. */
async function formOf(bytes: Uint8Array, mediaType: string): Promise<FormData> {
  const response = new Response(new Uint8Array(bytes), { headers: { "Content-Type": mediaType } });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the body is here already, bounded by Fastify's bodyLimit
    return await response.formData();
  } catch (error) {
    throw new SyntaxError(`must be ${essenceOf(mediaType)}`, { cause: error });
  }
}

async function readForm(
  fields: readonly WireParameter[],
  raw: Uint8Array,
  type: string,
  problems: PlacedError[],
): Promise<ReadBody> {
  const form = await formOf(raw, type);
  const texts: string[] = [];
  const others: [string, string | Blob][] = [];
  const lists = new Map<string, unknown[]>();
  for (const [name, value] of form) {
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
    else texts.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
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
      typeof value === "string" ? value : Buffer.from(await value.arrayBuffer()).toString("latin1");
    setOwn(body, name, isList ? [...asList(own(body, name)), value] : value);
    setOwn(plain, name, isList ? [...asList(own(plain, name)), content] : content);
  }
  return { body, plain };
}

/** The value of one part; a text that is no JSON is a problem, and stays as it is. */
function jsonOf(text: string, name: string, problems: PlacedError[]): unknown {
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
