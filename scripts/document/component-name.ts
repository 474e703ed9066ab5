// What a component is called that had no name of its own, because it was written in another file.
import { parsePointer } from "./pointer.ts";
import type { Target } from "./source-files.ts";

/** The last word of the reference, else the file's name; numbered from 2 when it is taken. */
export function componentName(target: Target, taken: readonly string[]): string {
  const last = parsePointer(target.pointer).at(-1) ?? fileStem(target.file.path);
  // https://spec.openapis.org/oas/v3.1.1.html#components-object: ^[a-zA-Z0-9.\-_]+$
  const plain = last.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "") || "component";
  let name = plain;
  for (let number = 2; taken.includes(name); number++) name = `${plain}${number}`;
  return name;
}

function fileStem(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  return file.replace(/\.[^.]*$/, "") || file;
}
