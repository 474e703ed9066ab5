// Bodies of operations that declare several media types: which one a body is, the header `Content-Type` says.
import { multipartBody, urlencodedBody } from "./form-body.ts";
import { jsonText } from "./json-text.ts";
import { essence, isJson } from "../response/media-type.ts";
import type { Operation, QueryStyle } from "../operation.ts";

/**
 * Makes the writer of a body. By media type: what the fields of a form are, as `form-body.ts` takes it. The first one is what a body is
 * that no header says more about. A media type that is not among them is sent as it is given, unless it is JSON.
 */
export function bodyTypes(
  types: Readonly<Record<string, Readonly<Record<string, string>>>>,
): NonNullable<Operation["encode"]> {
  const declared = Object.keys(types);
  return (body, headers) => {
    const given = headers.get("Content-Type") ?? declared[0] ?? "";
    const type = essence(given);
    const known = declared.find((one) => one === given) ?? declared.find((one) => essence(one) === type);
    const fields = types[known ?? ""] ?? {};
    // The platform writes the boundary.
    if (type.startsWith("multipart/") && !/;\s*boundary=/i.test(given)) headers.delete("Content-Type");
    if (isJson(type)) return jsonText(body);
    if (type === "multipart/form-data") return multipartBody(fields)(body, headers);
    if (type !== "application/x-www-form-urlencoded") return body as ReturnType<typeof jsonText>;
    return urlencodedBody(fields as Readonly<Record<string, QueryStyle>>)(body, headers);
  };
}
