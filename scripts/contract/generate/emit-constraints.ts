// Emits `constraints.ts`: the document's limits, patterns, enums and defaults as values, each with its
// location, so that they need not be copied by hand.
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, isArray, isObject, type Located, parsePointer, refOf } from "../document/pointer.ts";
import { keywords, keywordsWith, vocabulary } from "../vocabulary.ts";
import { type Code, emit, joinCode, noCode } from "./code.ts";
import { docComment } from "./comment.ts";
import { headerLine } from "./header.ts";
import { expression, isExpression, type Literal, printLiteral } from "./literal.ts";
import { toIdentifier, UniqueNames } from "./names.ts";
import { literalPrefix } from "./pattern-prefix.ts";
import type { Plan } from "./plan.ts";
import { referred } from "./referred.ts";

/** Keywords that are copied unchanged. A property or an item with only `type` is omitted. */
const plainKeywords = keywords.filter((keyword) => {
  const { kind, beside, constant } = vocabulary[keyword];
  return kind !== "applicator" && (constant ?? (kind === "assertion" && beside === undefined));
});
/** Keywords that hold a schema or a list of schemas. */
const schemaKeywords = keywordsWith({ kind: "applicator", constant: true });

interface Constraint {
  readonly [key: string]: Literal | undefined;
}

export function emitConstraints(plan: Plan): Code {
  const constants = new Constants(plan.document.root);
  const schemas = plan.schemas.map((schema): [string, Literal] => [schema.name, constants.of(schema)]);
  const parameters = parametersOf(plan).map(([name, schema]): [string, Literal] => [
    name,
    constants.of(schema),
  ]);
  return joinCode(
    [
      headerLine(plan.header),
      ...constants.declarations,
      emit`/** The constraints of each schema and parameter. \`pointer\` is their location in the document. */
export const constraints = {
  schemas: ${printLiteral(Object.fromEntries(schemas), "  ", 11)},
  parameters: ${printLiteral(Object.fromEntries(parameters), "  ", 14)},
} as const;
`,
    ],
    emit`\n`,
  );
}

/**
 * Returns every parameter by name; if parameters of one name have different schemas, by `<operation
 * id>.<name>`.
 */
function parametersOf(plan: Plan): [string, Located][] {
  const all = plan.operations.flatMap(({ id, parameters }) =>
    parameters.flatMap(({ name, schema }) =>
      schema === undefined ? [] : [{ id, name, schema: namedBy(plan.document.root, schema) }],
    ),
  );
  const pointers = new Map<string, Set<string>>();
  for (const { name, schema } of all) {
    pointers.set(name, (pointers.get(name) ?? new Set()).add(schema.pointer));
  }
  const keyed = all.map(({ id, name, schema }): [string, Located] => [
    pointers.get(name)?.size === 1 ? name : `${id}.${name}`,
    schema,
  ]);
  return [...new Map(keyed)];
}

/** Returns the target of a schema that is only a reference: several parameters may share one named schema. */
function namedBy(root: JsonObject, schema: Located): Located {
  const { node } = schema;
  if (refOf(node) === undefined || !isObject(node)) return schema;
  const own = [...plainKeywords, ...schemaKeywords, "properties"].some(
    (keyword) => node[keyword] !== undefined,
  );
  return own ? schema : namedBy(root, referred(root, schema));
}

/** A constant for each referenced schema, declared before the constants that refer to it. */
class Constants {
  readonly declarations: Code[] = [];
  readonly #root: JsonObject;
  readonly #names = new UniqueNames(["constraints"]);
  /** Constants by pointer; undefined while the constant is being described. */
  readonly #constants = new Map<string, Code | undefined>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** Returns the name of a schema's constant; within that schema itself, only its pointer. */
  of({ pointer, node }: Located): Literal {
    if (!this.#constants.has(pointer)) this.#declare({ pointer, node });
    const name = this.#constants.get(pointer);
    return name === undefined ? { pointer } : expression(name);
  }

  #declare(place: Located): void {
    this.#constants.set(place.pointer, undefined);
    const described = this.#describe(place);
    const name = this.#names.take(toIdentifier(parsePointer(place.pointer).at(-1) ?? ""));
    const value = printLiteral(described, "", `const ${name} = `.length);
    // Only literals can be `as const`; another constant already is.
    const suffix = isExpression(described) ? noCode : emit` as const`;
    const comment = docComment([descriptionOf(place.node), `spec: ${place.pointer}`]);
    this.declarations.push(emit`${comment}const ${name} = ${value}${suffix};\n`);
    this.#constants.set(place.pointer, name);
  }

  #describe(place: Located): Literal {
    const { pointer, node } = place;
    if (!isObject(node)) return { pointer, never: node === false ? true : undefined };
    const own = { ...plainOf(node), ...this.#subschemasOf(place, node) };
    if (refOf(node) === undefined) return { pointer, ...own };
    const target = this.of(referred(this.#root, place));
    if (Object.keys(own).length === 0) return target;
    return expression(emit`{ ...${printLiteral(target)}, ...${printLiteral(own)} }`);
  }

  #subschemasOf(place: Located, node: JsonObject): Constraint {
    const constraint: Record<string, Literal> = {};
    const { properties } = node;
    if (isObject(properties)) {
      const members = Object.entries(properties).flatMap(([name, schema]): [string, Literal][] =>
        schema === undefined ? [] : [[name, this.#describe(below(place, ["properties", name], schema))]],
      );
      const constrained = members.filter(([, member]) => saysSomething(member));
      if (constrained.length > 0) constraint["properties"] = Object.fromEntries(constrained);
    }
    for (const keyword of schemaKeywords) {
      const value = node[keyword];
      if (value === undefined) continue;
      if (typeof value === "boolean") constraint[keyword] = value;
      else if (!isArray(value)) {
        const described = this.#describe(below(place, [keyword], value));
        if (saysSomething(described)) constraint[keyword] = described;
      } else {
        constraint[keyword] = value.map((branch, index) =>
          this.#describe(below(place, [keyword, index], branch)),
        );
      }
    }
    return constraint;
  }
}

function saysSomething(constraint: Literal): boolean {
  if (typeof constraint !== "object" || constraint === null || isExpression(constraint)) return true;
  return Object.keys(constraint).some((key) => key !== "pointer" && key !== "type");
}

function plainOf(node: JsonObject): Constraint {
  const plain = plainKeywords.flatMap((keyword): [string, Json][] => {
    const value = node[keyword];
    return value === undefined ? [] : [[keyword, value]];
  });
  const prefix = typeof node["pattern"] === "string" ? literalPrefix(node["pattern"]) : undefined;
  return Object.fromEntries(prefix === undefined ? plain : [...plain, ["prefix", prefix]]);
}

function below(place: Located, segments: readonly (string | number)[], node: Json): Located {
  return { pointer: childPointer(place.pointer, ...segments), node };
}

function descriptionOf(node: Json): string | undefined {
  const description = isObject(node) ? node["description"] : undefined;
  return typeof description === "string" ? description : undefined;
}
