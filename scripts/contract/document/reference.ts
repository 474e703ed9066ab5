// A reference on its way to becoming local, and what kind it is by where it stands.
import type { Draft } from "./bundle.ts";
import { componentSections, type NodeType } from "./node-types.ts";
import { parsePointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** A reference on its way to becoming local. */
export interface Reference {
  /** The object that holds it, and under which key: `$ref`, or a value of a discriminator. */
  readonly holder: Draft;
  readonly key: string;
  readonly ref: string;
  /** What it refers to. */
  readonly type: NodeType;
  /** Where the holder stands in the bundle. */
  readonly pointer: string;
  /** The file it was written in, and where the holder stands there. */
  readonly file: SourceFile;
  readonly writtenAt: string;
}

/** Maps, lists and objects that the standard gives no `$ref`, but which people split off all the same. */
export function isSkeleton(type: NodeType): boolean {
  return componentSections[type] === undefined && type !== "pathItem";
}

/** Whether a `$ref` is all that a component of its own type consists of: the usual shape of a split document. */
export function isComponent(reference: Reference): boolean {
  const segments = parsePointer(reference.pointer);
  const direct = segments.length === 3 && segments[0] === "components";
  return (
    direct &&
    reference.key === "$ref" &&
    segments[1] === componentSections[reference.type] &&
    Object.keys(reference.holder).length === 1
  );
}
