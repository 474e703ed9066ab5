// Reads the value of a config node by node; an invalid value is rejected with its line.
import { DocumentError, type Json, type JsonObject, type SourceLocation } from "../document/document.ts";
import { nearestName } from "../document/nearest-name.ts";
import { childPointer, isObject, resolvePointer } from "../document/pointer.ts";
import type { SourceFile } from "../document/source-file.ts";

/** One node of a config. */
export class ConfigNode {
  readonly value: Json;
  readonly #file: Pick<SourceFile, "locate">;
  readonly #pointer: string;
  readonly #name: string;

  /** @param name  the name of the node in messages */
  constructor(file: Pick<SourceFile, "value" | "locate">, pointer = "", name = "the config") {
    this.value = resolvePointer(file.value, pointer) ?? null;
    this.#file = file;
    this.#pointer = pointer;
    this.#name = name;
  }

  get place(): SourceLocation {
    return this.#file.locate(this.#pointer);
  }

  /** Throws the error for an invalid node. */
  refuse(expected: string, fix: string, problem = `${this.#name} cannot be ${shown(this.value)}`): never {
    throw new DocumentError(problem, { place: this.place, expected, fix });
  }

  /**
   * Returns the members; throws for anything but an object, and for names that are not in `known`, if it is
   * given.
   */
  members(known?: readonly string[]): Map<string, ConfigNode> {
    const { value } = this;
    if (!isObject(value)) return this.refuse("expected a map of names", "write name: value, a line each");
    const members = new Map(Object.keys(value).map((key) => [key, this.#below(key, value)]));
    for (const [key, member] of members)
      if (known?.includes(key) === false) member.#unknown(key, known, this);
    return members;
  }

  /** Returns the items of a list; a single value counts as a list with one item. */
  items(): ConfigNode[] {
    const { value } = this;
    return Array.isArray(value) ? value.map((_, at) => this.#below(at, value)) : [this];
  }

  #below(key: string | number, value: object): ConfigNode {
    const isItem = Array.isArray(value);
    const parent = this.#pointer === "" ? "" : this.#name;
    const name = isItem ? `${parent}[${key}]` : parent === "" ? String(key) : `${parent}.${key}`;
    return new ConfigNode(
      { value: value as JsonObject, locate: (pointer) => this.#file.locate(this.#pointer + pointer) },
      childPointer("", key),
      name,
    );
  }

  #unknown(key: string, known: readonly string[], parent: ConfigNode): never {
    const nearest = nearestName(key, known);
    return this.refuse(
      `expected one of ${known.join(", ")}, got ${key}`,
      nearest === undefined ? "leave it out" : `write ${nearest}`,
      `${parent.#name} has no ${JSON.stringify(key)}`,
    );
  }
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
