// Property access in emitted code.
import { type Code, emit } from "../../code.ts";
import { isIdentifierName, printKey, printString } from "../../literal.ts";

/** Returns a property access: `data.name`, `data["x-y"]`. */
export function access(data: Code, name: string): Code {
  const plain = isIdentifierName(name) && name !== "__proto__";
  return plain ? emit`${data}.${printKey(name)}` : emit`${data}[${printString(name)}]`;
}

/**
 * Returns the condition that an accessed property is present. Every object inherits `constructor` and
 * `toString`: properties of such names count only if they are own properties.
 *
 * @param value  code of the accessed value
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
