// Which members of a value the keywords of a schema have evaluated, for `unevaluatedProperties` and
// `unevaluatedItems`.
import { emit } from "../../code.ts";
import { isSchema, isSchemaList, isSchemaMap } from "../keywords/keyword.ts";
import type { UnitSchema } from "../schema-units.ts";
import type { EvaluatedKind, KnownMembers, SeenMembers } from "./evaluated-kinds.ts";
import type { SchemaCode } from "./schema-code.ts";
import { isPresent } from "./properties-code.ts";

/**
 * The members evaluated statically, and the variables for those evaluated at run time; without `seen`, there
 * are none at run time.
 */
export interface Evaluated {
  readonly known: KnownMembers;
  readonly seen: SeenMembers | undefined;
}

/** Writes code that determines which members the keywords next to `unevaluated…` have evaluated. */
export function writeEvaluated(place: SchemaCode, kind: EvaluatedKind): Evaluated {
  const { code } = place.is;
  const start = code.length;
  const seen = { set: code.name(emit`seen`), rest: code.name(emit`rest`) };
  code.line(emit`const ${seen.set} = new Set();`);
  code.line(emit`let ${seen.rest} = ${kind.none};`);
  const before = code.length;
  const walk = new EvaluatedWalk(kind, seen);
  walk.unconditional(place, true);
  const { known } = walk;
  if (!known.all && code.length > before) return { known, seen };
  code.dropAfter(start);
  return { known, seen: undefined };
}

/** Writes the body of a function that does so for a referenced schema. */
export function writeEvaluatedBody(place: SchemaCode, kind: EvaluatedKind, seen: SeenMembers): void {
  const walk = new EvaluatedWalk(kind, seen);
  walk.unconditional(place, false);
  for (const line of kind.add(walk.known, seen, place.is.data)) place.is.code.line(line);
}

class EvaluatedWalk {
  readonly #kind: EvaluatedKind;
  readonly #seen: SeenMembers;
  readonly #names = new Set<string>();
  #from = 0;
  #all = false;

  constructor(kind: EvaluatedKind, seen: SeenMembers) {
    this.#kind = kind;
    this.#seen = seen;
  }

  get known(): KnownMembers {
    return { names: [...this.#names], from: this.#from, all: this.#all };
  }

  /**
   * Handles a schema that a valid value always satisfies. Members that it evaluates whatever the value is
   * need no code.
   */
  unconditional(place: SchemaCode, isRoot: boolean): void {
    const own = this.#ownOf(place, isRoot);
    for (const name of own.names) this.#names.add(name);
    this.#from = Math.max(this.#from, own.from);
    this.#all ||= own.all;
    this.#writeRest(place, true);
  }

  /** Handles a schema that the value satisfies where the code runs. */
  #conditional(place: SchemaCode): void {
    const { code, data } = place.is;
    for (const line of this.#kind.add(this.#ownOf(place, false), this.#seen, data)) code.line(line);
    this.#writeRest(place, false);
  }

  #ownOf({ keywords }: SchemaCode, isRoot: boolean): KnownMembers {
    const known = this.#kind.known(keywords);
    return keywords[this.#kind.unevaluated] === undefined || isRoot ? known : { ...known, all: true };
  }

  #writeRest(place: SchemaCode, isCertain: boolean): void {
    this.#kind.writeDependent(place, this.#seen);
    const { $ref, allOf } = place.keywords;
    if (typeof $ref === "string") this.#refer(place, $ref, isCertain);
    for (const [index, schema] of (isSchemaList(allOf) ? allOf : []).entries()) {
      const below = place.below(["allOf", index], schema);
      if (isCertain) this.unconditional(below, false);
      else this.#conditional(below);
    }
    this.#writeBranches(place);
    this.#writeConditions(place);
  }

  #refer(place: SchemaCode, key: string, isCertain: boolean): void {
    const { context, code, data } = place.is;
    const target = context.targetOf(key);
    const schema = target.kind === "inline" ? target.schema : context.schemaOf(key);
    const isPlain = target.kind === "inline" || this.#isKnown(schema);
    if (!isPlain) {
      const name = context.evaluatedBy(this.#kind, key);
      code.line(this.#kind.addRest(emit`${name}(${data}, ${this.#seen.set})`, this.#seen));
      return;
    }
    const there = place.with({ schema });
    if (isCertain) this.unconditional(there, false);
    else this.#conditional(there);
  }

  /** Whether the members that a schema evaluates are independent of the value. */
  #isKnown(schema: UnitSchema): boolean {
    if (typeof schema === "boolean") return true;
    const dependent = [...this.#kind.dependent, "anyOf", "oneOf", "if", "dependentSchemas", "$ref"];
    if (dependent.some((keyword) => schema[keyword] !== undefined)) return false;
    const { allOf } = schema;
    return !isSchemaList(allOf) || allOf.every((branch) => this.#isKnown(branch));
  }

  #writeBranches(place: SchemaCode): void {
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const schemas = place.keywords[keyword];
      for (const [index, schema] of (isSchemaList(schemas) ? schemas : []).entries())
        this.#tryBranch(place.below([keyword, index], schema));
    }
    const { dependentSchemas } = place.keywords;
    for (const [name, schema] of Object.entries(isSchemaMap(dependentSchemas) ? dependentSchemas : {})) {
      place.is.code.when(isPresent(place.is.data, name), () => {
        this.#conditional(place.below(["dependentSchemas", name], schema));
      });
    }
  }

  /** The code of a branch that evaluates nothing is dropped. */
  #tryBranch(place: SchemaCode): void {
    const { code } = place.is;
    const start = code.length;
    const { holds } = place.tryVerdict();
    const written = code.when(holds, () => {
      this.#conditional(place);
    });
    if (!written) code.dropAfter(start);
  }

  #writeConditions(place: SchemaCode): void {
    const { code } = place.is;
    const { if: condition, then, else: otherwise } = place.keywords;
    if (!isSchema(condition)) return;
    const start = code.length;
    const { holds, fails } = place.below(["if"], condition).tryVerdict();
    const writtenThen = code.when(holds, () => {
      this.#conditional(place.below(["if"], condition));
      if (isSchema(then)) this.#conditional(place.below(["then"], then));
    });
    const writtenElse = code.when(fails, () => {
      if (isSchema(otherwise)) this.#conditional(place.below(["else"], otherwise));
    });
    if (!writtenThen && !writtenElse) code.dropAfter(start);
  }
}
