// Publishes the size of each file that is read on a diagnostics channel, so that code that aborts a command
// for its memory use can name the files.
import { channel } from "node:diagnostics_channel";
import { isArray, isObject, toPointer } from "./pointer.ts";
import type { Json } from "./document.ts";

/**
 * The size of a file: its name, the length of its text in UTF-16 units and, once it is parsed, its longest
 * list or map.
 */
export interface FileSize {
  readonly name: string;
  readonly length: number;
  readonly longest?: { readonly pointer: string; readonly members: number };
}

/** Minimum length in UTF-16 units; smaller files are not announced. */
const least = 50_000;

/** A Node diagnostics channel, because it works without subscribers. */
export const sizes = channel("contract:file-size");

/** @param value the parsed text; undefined before it is parsed */
export function announceSize(name: string, text: string, value?: Json): void {
  if (text.length < least || !sizes.hasSubscribers) return;
  const size: FileSize = { name, length: text.length };
  sizes.publish(value === undefined ? size : { ...size, longest: longestOf(value) });
}

interface Node {
  readonly value: Json;
  readonly key: string;
  readonly above: Node | undefined;
}

/** Returns the list or map with the most members; the first one of equal size. */
function longestOf(value: Json): NonNullable<FileSize["longest"]> {
  let longest: Node = { value, key: "", above: undefined };
  let most = 0;
  const open = [longest];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const above = node;
    if (!isArray(node.value) && !isObject(node.value)) continue;
    const members = Object.entries(node.value);
    if (members.length > most) [longest, most] = [node, members.length];
    for (const [key, member] of members)
      if (typeof member === "object" && member !== null) open.push({ value: member, key, above });
  }
  const keys: string[] = [];
  for (let node = longest; node.above !== undefined; node = node.above) keys.push(node.key);
  return { pointer: toPointer(keys.reverse()), members: most };
}
