// Reads Overlay documents (Overlay Specification 1.0 and 1.1): changes to a document that is maintained
// elsewhere.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { isArray, isObject, toPointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** One action of an Overlay. */
export interface OverlayAction {
  /** The action's pointer in its file: `/actions/0`. */
  readonly pointer: string;
  /** A JSONPath (RFC 9535) that selects the nodes to change. */
  readonly target: string;
  /** The value to merge, append or insert; undefined if the action has none. */
  readonly update: Json | undefined;
  /** A JSONPath that selects one node, which is used like `update`. */
  readonly copy: string | undefined;
  readonly remove: boolean;
}

/** A parsed Overlay document. */
export interface Overlay {
  readonly file: SourceFile;
  /** Whether targets may be strings, numbers, booleans and null, and `copy` is supported: since 1.1. */
  readonly isNewer: boolean;
  /** In the order in which they are applied. */
  readonly actions: readonly OverlayAction[];
}

const fields = new Set(["overlay", "info", "extends", "actions"]);
const actionFields = new Set(["target", "description", "update", "copy", "remove"]);

/**
 * Reads the Overlay in a file.
 *
 * @throws DocumentError, with its line, for an invalid Overlay
 */
export function readOverlay(file: SourceFile): Overlay {
  const refuse = (pointer: string, problem: string, fix: string): never => {
    throw new DocumentError(problem, { place: file.locate(pointer), fix });
  };
  const root = file.value;
  const version = isObject(root) ? root["overlay"] : undefined;
  if (!isObject(root) || version === undefined)
    return refuse("", "this is not an Overlay: it has no overlay field", "start it with overlay: 1.1.0");
  if (typeof version !== "string" || !/^1\.[01]\.\d+$/.test(version))
    return refuse(
      "/overlay",
      `overlay is ${JSON.stringify(version)}; read are Overlay 1.0 and 1.1`,
      "write the whole version, such as overlay: 1.1.0",
    );
  rejectUnknown(root, fields, "", refuse);
  const { info, actions } = root;
  if (!isObject(info) || typeof info["title"] !== "string" || typeof info["version"] !== "string")
    return refuse(
      "/info",
      "an Overlay has an info with a title and a version",
      "add info: { title: …, version: 1.0.0 }",
    );
  if (!isArray(actions) || actions.length === 0)
    return refuse(
      "/actions",
      "an Overlay has a list of one or more actions",
      "add actions: [{ target: …, update: … }]",
    );
  const isNewer = !version.startsWith("1.0.");
  return {
    file,
    isNewer,
    actions: actions.map((action, index) => readAction(action, index, { isNewer, refuse })),
  };
}

type Reject = (pointer: string, problem: string, fix: string) => never;

function readAction(
  action: Json,
  index: number,
  { isNewer, refuse }: { readonly isNewer: boolean; readonly refuse: Reject },
): OverlayAction {
  const pointer = toPointer(["actions", index]);
  if (!isObject(action))
    return refuse(pointer, "an action is an object", "write target: and update: or remove: true");
  rejectUnknown(action, actionFields, pointer, refuse);
  const { target, update, copy, remove = false } = action;
  if (typeof target !== "string" || !target.startsWith("$"))
    return refuse(
      `${pointer}/target`,
      "the target of an action is a JSONPath",
      "start it with $, such as $.paths['/pets'].get",
    );
  if (typeof remove !== "boolean")
    return refuse(`${pointer}/remove`, "remove is true or false", "write remove: true");
  if (copy !== undefined && (typeof copy !== "string" || !copy.startsWith("$")))
    return refuse(`${pointer}/copy`, "copy is a JSONPath", "start it with $");
  if (copy !== undefined && !isNewer)
    return refuse(`${pointer}/copy`, "copy is known since Overlay 1.1", "write overlay: 1.1.0");
  const kinds = [update !== undefined, copy !== undefined, remove].filter(Boolean).length;
  if (kinds === 0)
    return refuse(
      pointer,
      "an action that neither updates nor removes does nothing",
      "add update: or remove: true",
    );
  // In 1.0 an update beside `remove: true` has no effect.
  if (kinds > 1 && isNewer)
    return refuse(pointer, "an action has one of update, copy and remove", "make an action of each");
  return { pointer, target, update, copy, remove };
}

function rejectUnknown(
  object: JsonObject,
  known: ReadonlySet<string>,
  pointer: string,
  refuse: Reject,
): void {
  for (const name of Object.keys(object)) {
    if (known.has(name) || name.startsWith("x-")) continue;
    refuse(
      pointer + toPointer([name]),
      `there is no field ${JSON.stringify(name)} here`,
      `known are ${[...known].join(", ")}, and names that begin with x-`,
    );
  }
}
