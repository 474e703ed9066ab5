// Records from which file each part of a bundle comes, so that messages name the line that a user can edit.
import type { SourceLocation } from "./document.ts";
import { parsePointer, toPointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** A location in a source file, before bundling. */
export interface Origin {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** The origins of a bundle's nodes. A look-up takes as many steps as the pointer has segments. */
export class Origins {
  /** The file of all nodes that were not moved. */
  readonly #entry: SourceFile;
  /** Origins by the pointer in the bundle, of nodes that were moved there. */
  readonly #moved = new Map<string, Origin>();

  constructor(entry: SourceFile) {
    this.#entry = entry;
  }

  /** Records that the node at `pointer`, with its descendants, was written at another location. */
  set(pointer: string, origin: Origin): void {
    this.#moved.set(pointer, origin);
  }

  /** Returns the line and column in the source file of a node in the bundle. */
  locate(pointer: string): SourceLocation {
    const { file, pointer: original } = this.originOf(pointer);
    return file.locate(original);
  }

  /** Returns the file and the pointer in it of a node in the bundle. */
  originOf(pointer: string): Origin {
    if (this.#moved.size > 0) {
      const segments = parsePointer(pointer);
      for (let length = segments.length; length > 0; length--) {
        const origin = this.#moved.get(toPointer(segments.slice(0, length)));
        if (origin !== undefined) {
          return { file: origin.file, pointer: origin.pointer + toPointer(segments.slice(length)) };
        }
      }
    }
    return { file: this.#entry, pointer };
  }
}
