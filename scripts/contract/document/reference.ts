// References that are still to be made local, classified by their location.
import type { Draft } from "./bundle.ts";
import { componentSections, type NodeType } from "./node-types.ts";
import { parsePointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** A reference that is still to be made local. */
export interface Reference {
  /** The object that holds it, and its key there: `$ref`, or a key of a discriminator mapping. */
  readonly holder: Draft;
  readonly key: string;
  readonly ref: string;
  /** The node type of its target. */
  readonly type: NodeType;
  /** The pointer of the holder in the bundle. */
  readonly pointer: string;
  /** The file it was written in, and the pointer of the holder there. */
  readonly file: SourceFile;
  readonly writtenAt: string;
}

/**
 * Returns true for maps, lists and objects for which the standard allows no `$ref`, but that are commonly
 * split into files.
 */
export function isSkeleton(type: NodeType): boolean {
  return componentSections[type] === undefined && type !== "pathItem";
}

/**
 * Returns true if a component of its own type consists only of this `$ref`: the usual form of a split
 * document.
 */
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
