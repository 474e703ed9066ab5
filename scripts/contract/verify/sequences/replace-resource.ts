// Sequence: PUT replaces the state of a resource (RFC 9110, section 9.3.4), so that an optional property
// which a second PUT leaves out does not keep the value of the first.
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { deepEqual } from "../../runtime/deep-equal.ts";
import type { Kind } from "../../runtime/state/model.ts";
import type { Schemas } from "../../runtime/state/schemas.ts";
import { call } from "../run/call.ts";
import type { Resource } from "../run/known-resources.ts";
import { isDone, jsonOf, memberOf } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { fullBody, textOf, withOwnId } from "./sent-values.ts";
import { report } from "./sequence.ts";

/** Replaces a resource by one with all properties, and that by one with the required ones. */
export async function replaceResource(context: RunContext, kind: Kind, { path }: Resource): Promise<void> {
  const { model, coverage } = context.parts;
  const [put, fetch] = [model.onResource(kind, "PUT"), model.fetchOf(kind)];
  if (put === undefined || fetch === undefined) return;
  const name = `replacement of ${kind.template}`;
  const [slot] = context.slots(put.operation).bodies;
  const [whole, least] = [fullBody(context, put), slot?.smallest];
  const declared = model.schemas.properties(kind.schema);
  const required = model.schemas.required(kind.schema);
  const omitted = Object.keys(whole).filter(
    (one) =>
      isObject(least) &&
      !Object.hasOwn(least, one) &&
      !required.includes(one) &&
      isTelling(model.schemas, declared[one], whole[one]),
  );
  if (least === undefined || omitted.length === 0) {
    coverage.other("sequences", name, "no property can be left out whose absence could be seen");
    return;
  }
  const before = await call(context, fetch.operation, "fetch before it is replaced", { path });
  const own = (body: Json): Json => withOwnId(body, kind, jsonOf(before?.response));
  const first = await call(context, put.operation, "replace it by all properties", {
    path,
    body: own(whole),
  });
  const full = await call(context, fetch.operation, "fetch what was replaced", { path });
  const second = await call(context, put.operation, "replace it by fewer", { path, body: own(least) });
  const after = await call(context, fetch.operation, "fetch what was replaced", { path });
  if (![first, full, second, after].every((one) => isDone(one?.response))) {
    coverage.other("sequences", name, "the server does not replace it by generated values");
    return;
  }
  coverage.other("sequences", name);
  const [shown, left] = [jsonOf(full?.response), jsonOf(after?.response)];
  for (const one of omitted) {
    const isKept = deepEqual(memberOf(shown, one), whole[one]) && deepEqual(memberOf(left, one), whole[one]);
    if (!isKept) continue;
    report(
      context,
      put.operation,
      {
        check: "merges-instead-of-replacing",
        place: `body/${one}`,
        expected: `nothing, since the second PUT left it out`,
        got: textOf(memberOf(left, one)),
      },
      [first, full, second, after],
    );
  }
}

/**
 * Returns whether a value that is still there must come from an earlier request: it is no default, and none
 * of the values that servers use for what is missing. Enumerations often have an undocumented default.
 */
function isTelling(schemas: Schemas, node: unknown, value: Json | undefined): boolean {
  const schema = schemas.follow(node);
  if (schema["readOnly"] === true || schema["deprecated"] === true || schema["enum"] !== undefined)
    return false;
  if (schema["const"] !== undefined || deepEqual(schema["default"], value)) return false;
  if (isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return (typeof value === "string" && value !== "") || (typeof value === "number" && value !== 0);
}
