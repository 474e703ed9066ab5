// Describes each operation as data: for the constants in `operations.ts`, and for serving a document without
// generating code.
import type { JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import type { HeaderForm } from "../runtime/boundary/response-headers.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { announcedFields } from "./announced-fields.ts";
import type {
  ParameterStyle,
  PlannedHeader,
  PlannedLink,
  PlannedOperation,
  PlannedResponse,
} from "./plan.ts";

/** The description of one operation. Only `announced` may be absent. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  /** `/pets/{id}` */
  readonly path: string;
  /** JSON pointer of the operation in the document. */
  readonly pointer: string;
  readonly tag: string | undefined;
  readonly parameters: readonly DescribedParameter[];
  readonly body: { readonly required: boolean; readonly mediaTypes: readonly string[] } | undefined;
  /** Responses by status as written: `200`, `4XX`, `default`. */
  readonly responses: Readonly<Record<string, DescribedResponse>>;
  readonly security: readonly JsonObject[];
  /** Links by status and name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, DescribedLink>>>>;
  /** Header fields of every response, which announce that the operation is deprecated or will end. */
  readonly announced?: Readonly<Record<string, string>>;
}

/** A parameter as data. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** A response as data. */
export interface DescribedResponse {
  readonly mediaTypes: readonly string[];
  readonly headers: readonly string[];
  /** The forms of headers that are not in the plain style `simple`. */
  readonly headerForms?: Readonly<Record<string, HeaderForm>>;
}

/** A link as data. */
export interface DescribedLink {
  readonly operationId: string | undefined;
  readonly pointer: string;
  readonly parameters: JsonObject;
  readonly requestBody: JsonObject[string];
  readonly xSdk: JsonObject[string];
}

export function describeOperation(operation: PlannedOperation): DescribedOperation {
  const { source, body } = operation;
  const announced = announcedFields(operation);
  return {
    operationId: operation.id,
    method: source.method,
    path: source.path,
    pointer: source.pointer,
    tag: operation.tag,
    parameters: operation.parameters.map(({ name, place, required, style, explode }) => ({
      name,
      in: place,
      required,
      style,
      explode,
    })),
    body: body && { required: body.required, mediaTypes: body.content.map(({ mediaType }) => mediaType) },
    responses: Object.fromEntries(
      operation.responses.map((response) => [response.status, describeResponse(response)]),
    ),
    security: source.security,
    links: Object.fromEntries(
      operation.responses.flatMap(({ status, links }) =>
        links.length === 0
          ? []
          : [[status, Object.fromEntries(links.map((link) => [link.name, describeLink(link)]))]],
      ),
    ),
    ...(announced === undefined ? {} : { announced }),
  };
}

function describeResponse({ content, headers }: PlannedResponse): DescribedResponse {
  const forms = headers.flatMap((header): [string, HeaderForm][] => {
    const form = formOf(header);
    return form === undefined ? [] : [[header.name, form]];
  });
  return {
    mediaTypes: content.map(({ mediaType }) => mediaType),
    headers: headers.map(({ name }) => name),
    ...(forms.length === 0 ? {} : { headerForms: Object.fromEntries(forms) }),
  };
}

function formOf({ mediaType, explode }: PlannedHeader): HeaderForm | undefined {
  if (mediaType !== undefined) return isJsonType(mediaType) ? "json" : undefined;
  return explode ? "exploded" : undefined;
}

function describeLink({ operationId, node, pointer }: PlannedLink): DescribedLink {
  const { parameters } = node;
  return {
    operationId,
    pointer,
    parameters: isObject(parameters) ? parameters : {},
    requestBody: node["requestBody"],
    xSdk: node["x-sdk"],
  };
}
