// Records which parts of a bundle were written in other locations, so that messages name the line that a user
// can edit.
import type { SourceLocation } from "./document.ts";
import { parsePointer, toPointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** A location in a source file, before bundling. */
export interface Origin {
  readonly file: SourceFile;
  readonly pointer: string;
}

export class Origins {
  readonly #entry: SourceFile;
  readonly #moved = new Map<string, Origin>();

  constructor(entry: SourceFile) {
    this.#entry = entry;
  }

  /** Records that the node at `pointer`, with its descendants, was written at another location. */
  set(pointer: string, origin: Origin): void {
    this.#moved.set(pointer, origin);
  }

  locate(pointer: string): SourceLocation {
    const { file, pointer: original } = this.originOf(pointer);
    return file.locate(original);
  }

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
