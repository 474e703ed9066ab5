// How emitted code looks a property up.
import { type Code, emit } from "../../code.ts";
import { isIdentifierName, printKey, printString } from "../../literal.ts";

/** `data.name`, `data["x-y"]` */
export function access(data: Code, name: string): Code {
  const plain = isIdentifierName(name) && name !== "__proto__";
  return plain ? emit`${data}.${printKey(name)}` : emit`${data}[${printString(name)}]`;
}

/**
 * The condition under which a property that was looked up is there. Every object has a `constructor` and a `toString`,
 * inherited: properties of such names count only when they are the object's own.
 *
 * @param value  what the look-up gave, as code
 */
export function isPresent(data: Code, name: string, value = access(data, name)): Code {
  const present = emit`${value} !== undefined`;
  return isInherited(name) ? emit`${present} && ${own(data, name)}` : present;
}

export function isMissing(data: Code, name: string): Code {
  const missing = emit`${access(data, name)} === undefined`;
  return isInherited(name) ? emit`${missing} || !${own(data, name)}` : missing;
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}

function own(data: Code, name: string): Code {
  return emit`Object.hasOwn(${data}, ${printString(name)})`;
}
