// Prints a type as TypeScript.
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { docComment } from "../comment.ts";
import { printKey, printLiteral, printString } from "../literal.ts";
import { inheritedType } from "../names.ts";
import type { ListType, ObjectType, Type } from "./type.ts";

/** Returns the printed reference to a named schema. */
export type NameOf = (pointer: string) => Code;

/** @param indent  the indentation of the line on which the type starts */
export function printType(type: Type, nameOf: NameOf, indent: Code = noCode): Code {
  switch (type.kind) {
    case "unknown":
      return emit`unknown`;
    case "never":
      return emit`never`;
    case "plain":
      return plainNames[type.of];
    case "marked":
      return markedNames[type.name];
    case "literal":
      // A number beyond the range of doubles is Infinity, which has no literal type.
      return typeof type.value === "number" && !Number.isFinite(type.value)
        ? plainNames.number
        : printLiteral(type.value, "", -Infinity);
    case "named":
      return nameOf(type.pointer);
    case "list":
      return printList(type, nameOf, indent);
    case "object":
      return printObject(type, nameOf, indent);
    case "union":
      return joinCode(
        type.of.map((one) => printType(one, nameOf, indent)),
        emit` | `,
      );
    case "all":
      return joinCode(
        type.of.map((one) => within(one, nameOf, indent)),
        emit` & `,
      );
    case "requiring":
      return emit`WithRequired<${printType(type.of, nameOf, indent)}, ${joinCode(type.names.map(printString), emit` | `)}>`;
  }
}

const plainNames = { null: emit`null`, boolean: emit`boolean`, number: emit`number`, string: emit`string` };
const markedNames = { DateTime: emit`DateTime`, Binary: emit`Binary`, Int64: emit`Int64` };

/** Prints a type in parentheses if its context requires them. */
function within(type: Type, nameOf: NameOf, indent: Code): Code {
  const text = printType(type, nameOf, indent);
  return type.kind === "union" || type.kind === "all" || isApart(type) ? emit`(${text})` : text;
}

function printList({ first, needed, rest }: ListType, nameOf: NameOf, indent: Code): Code {
  const items = rest === undefined ? undefined : emit`${within(rest, nameOf, indent)}[]`;
  if (first.length === 0) return items ?? emit`[]`;
  const places = first.map((item, index) =>
    index < needed ? printType(item, nameOf, indent) : emit`${within(item, nameOf, indent)}?`,
  );
  return emit`[${joinCode([...places, ...(items === undefined ? [] : [emit`...${items}`])], emit`, `)}]`;
}

/**
 * Whether its additional properties need a type of their own, because the declared members do not conform to
 * theirs.
 */
function isApart(type: Type): boolean {
  return (
    type.kind === "object" &&
    type.others !== undefined &&
    type.others.kind !== "unknown" &&
    type.members.size > 0
  );
}

function printObject(type: ObjectType, nameOf: NameOf, indent: Code): Code {
  const inner = emit`${indent}    `;
  const others = type.others && printType(type.others, nameOf, inner);
  const members = [...type.members].map(([name, { type: member, required, comment }]) => {
    const text = printType(member, nameOf, inner);
    const left = required ? undefined : inheritedType(name);
    const type = left === undefined ? text : emit`${text} | ${left}`;
    return emit`${docComment(comment, inner)}${inner}${printKey(name)}${required ? noCode : emit`?`}: ${type};\n`;
  });
  const needed = type.needs.map((name) => emit`${inner}${printKey(name)}: ${others ?? emit`unknown`};\n`);
  const index = others === undefined ? noCode : emit`${inner}[key: string]: ${others};\n`;
  if (isApart(type)) return emit`{\n${members}${needed}${indent}} & {\n${index}${indent}}`;
  if (members.length + needed.length === 0 && others === undefined) return emit`{ [key: string]: never }`;
  return emit`{\n${members}${needed}${index}${indent}}`;
}
