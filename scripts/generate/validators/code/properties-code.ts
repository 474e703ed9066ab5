// How emitted code looks a property up.
import { isIdentifierName, printString } from "../../literal.ts";

/** `data.name`, `data["x-y"]` */
export function access(data: string, name: string): string {
  return isIdentifierName(name) ? `${data}.${name}` : `${data}[${printString(name)}]`;
}

/**
 * The condition under which a property that was looked up is there. Every object has a `constructor` and a `toString`,
 * inherited: properties of such names count only when they are the object's own.
 *
 * @param value  what the look-up gave, as code
 */
export function isPresent(data: string, name: string, value = access(data, name)): string {
  const present = `${value} !== undefined`;
  return isInherited(name) ? `${present} && ${own(data, name)}` : present;
}

export function isMissing(data: string, name: string): string {
  const missing = `${access(data, name)} === undefined`;
  return isInherited(name) ? `${missing} || !${own(data, name)}` : missing;
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}

function own(data: string, name: string): string {
  return `Object.hasOwn(${data}, ${printString(name)})`;
}
