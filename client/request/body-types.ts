// Bodies of operations with several media types: the header `Content-Type` selects one.
import { multipartBody, urlencodedBody } from "./form-body.ts";
import { jsonText } from "./json-text.ts";
import { essence, isJson } from "../response/media-type.ts";
import type { Operation, QueryStyle } from "../operation.ts";

type Encode = NonNullable<Operation["encode"]>;

/**
 * Creates the serialiser of a body. `types` maps media types to the fields of a form, as `form-body.ts` takes
 * them, or to a serialiser of their own. Without `Content-Type`, the first media type is used. Bodies of
 * other media types are sent as given, unless they are JSON.
 */
export function bodyTypes(
  types: Readonly<Record<string, Readonly<Record<string, string>> | Encode>>,
): Encode {
  const declared = Object.keys(types);
  return (body, headers) => {
    const given = headers.get("Content-Type") ?? declared[0] ?? "";
    const type = essence(given);
    const known = declared.find((one) => one === given) ?? declared.find((one) => essence(one) === type);
    const fields = types[known ?? ""] ?? {};
    // The platform adds the boundary.
    if (type.startsWith("multipart/") && !/;\s*boundary=/i.test(given)) headers.delete("Content-Type");
    if (typeof fields === "function") return fields(body, headers);
    if (isJson(type)) return jsonText(body);
    if (type === "multipart/form-data") return multipartBody(fields)(body, headers);
    if (type !== "application/x-www-form-urlencoded") return body as ReturnType<typeof jsonText>;
    return urlencodedBody(fields as Readonly<Record<string, QueryStyle>>)(body, headers);
  };
}
