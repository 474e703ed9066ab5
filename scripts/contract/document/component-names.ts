// Names for components that are bundled from other files and have no name of their own.
import type { JsonObject } from "./document.ts";
import { parsePointer } from "./pointer.ts";
import type { Target } from "./source-files.ts";

/**
 * Remembers the last number used per name, so that a thousand parts of one name do not cost a million
 * look-ups.
 */
export class ComponentNames {
  readonly #next = new Map<string, number>();

  /**
   * Returns the last segment of the reference, or else the file's name; numbered from 2 if `taken` contains
   * it.
   */
  take(section: string, taken: JsonObject, target: Target): string {
    const last = parsePointer(target.pointer).at(-1) ?? fileStem(target.file.path);
    // https://spec.openapis.org/oas/v3.1.1.html#components-object: ^[a-zA-Z0-9.\-_]+$
    const plain = last.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "") || "component";
    const key = `${section}/${plain}`;
    let number = this.#next.get(key) ?? 1;
    let name: string;
    do name = number === 1 ? plain : `${plain}${number}`;
    while (Object.hasOwn(taken, name) && ++number > 0);
    this.#next.set(key, number + 1);
    return name;
  }
}

function fileStem(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  return file.replace(/\.[^.]*$/, "") || file;
}
