// One schema at the place where code for it is written: which variable it checks, and where its failures go.
import { escapeSegment } from "../../../document/pointer.ts";
import { type Code, emit, noCode } from "../../code.ts";
import { type Expression, type Literal, printLiteral, printString } from "../../literal.ts";
import type { UnitSchema } from "../schema-units.ts";
import { type Failures, leavingFailures, notedFailures } from "./failures.ts";
import type { FunctionCode } from "./function-code.ts";
import { type PathCode, printPath, withText } from "./path-code.ts";
import type { UnitContext } from "./unit-context.ts";

export interface SchemaCodeMembers {
  readonly context: UnitContext;
  readonly code: FunctionCode;
  readonly schema: UnitSchema;
  /** The variable with the value. */
  readonly data: Code;
  readonly instancePath: PathCode;
  readonly schemaPath: PathCode;
  /** The variable with the key that is being checked, inside `propertyNames`. */
  readonly key: Code | undefined;
  readonly failures: Failures;
}

/** A schema that was tried: conditions, and the list of what is wrong with the value. */
export interface Trial {
  readonly holds: Code;
  readonly fails: Code;
  readonly list: Code | undefined;
}

/** What an error tells beside its place. */
type Failure = [keyword: string, params: { readonly [name: string]: Literal }, message: string | Expression];

export class SchemaCode {
  readonly is: SchemaCodeMembers;

  constructor(members: SchemaCodeMembers) {
    this.is = members;
  }

  /** The keywords of the schema; a boolean has none. */
  get keywords(): Readonly<Record<string, unknown>> {
    return typeof this.is.schema === "boolean" ? {} : this.is.schema;
  }

  with(changes: Partial<SchemaCodeMembers>): SchemaCode {
    return new SchemaCode({ ...this.is, ...changes });
  }

  /** A schema below this one, of the same value unless the changes say another. */
  below(
    way: readonly (string | number)[],
    schema: UnitSchema,
    changes: Partial<SchemaCodeMembers> = {},
  ): SchemaCode {
    return this.with({ schema, schemaPath: withText(this.is.schemaPath, fragmentOf(way)), ...changes });
  }

  /** Writes the code of the schema. */
  write(): void {
    this.is.context.write(this);
  }

  /** The statement for a failure. */
  failure(...[keyword, params, message]: Failure): Code {
    const { failures, key } = this.is;
    const known = emit`${printString(keyword)}, ${printInline(params)}, ${printInline(message)}`;
    return failures.note("fail", emit`${this.#paths()}, ${known}${withKey(key)}`);
  }

  typeFailure(type: Literal): Code {
    const { failures, key } = this.is;
    return failures.note("failType", emit`${this.#paths()}, ${printInline(type)}${withKey(key)}`);
  }

  /** The value is wrong where the condition holds. */
  failIf(condition: Code, ...failure: Failure): void {
    this.is.code.lineIf(condition, this.failure(...failure));
  }

  /** Takes over what the function of another unit found. */
  adopt(name: Code): Code {
    const { failures, key, instancePath } = this.is;
    return failures.note("addErrors", emit`${name}.errors, ${printPath(instancePath)}${withKey(key)}`);
  }

  /** Takes over what was wrong in a trial. */
  join({ list }: Trial): void {
    if (list !== undefined) this.is.code.line(this.is.failures.note("joinErrors", list));
  }

  /**
   * Writes the schema so that what is wrong stays apart.
   *
   * @param guard  a condition under which it is not left out
   */
  try(guard?: Code): Trial {
    const { code, failures } = this.is;
    if (failures.list === undefined) return this.tryVerdict(guard);
    const list = code.name(emit`errors`);
    code.line(emit`let ${list} = null;`);
    const inner = this.with({ failures: notedFailures(list) });
    if (guard === undefined) inner.write();
    else {
      code.when(guard, () => {
        inner.write();
      });
    }
    return { holds: emit`${list} === null`, fails: emit`${list} !== null`, list };
  }

  /** Writes the schema so that nothing but the verdict is found out. */
  tryVerdict(guard?: Code): Trial {
    const { code } = this.is;
    const holds = code.name(emit`valid`);
    const label = code.name(emit`check`);
    code.line(emit`let ${holds} = false;`);
    code.block(emit`${guard === undefined ? noCode : emit`if (${guard}) `}${label}: {`, () => {
      this.with({ failures: leavingFailures(label) }).write();
      code.line(emit`${holds} = true;`);
    });
    return { holds, fails: emit`!${holds}`, list: undefined };
  }

  #paths(): Code {
    return emit`${printPath(this.is.instancePath)}, ${printPath(this.is.schemaPath)}`;
  }
}

function withKey(key: Code | undefined): Code {
  return key === undefined ? noCode : emit`, ${key}`;
}

function printInline(value: Literal): Code {
  return printLiteral(value, "", Number.NEGATIVE_INFINITY);
}

/** As a URI fragment writes it (RFC 6901, section 6). */
function fragmentOf(way: readonly (string | number)[]): string {
  return way.map((segment) => `/${encodeURIComponent(escapeSegment(String(segment)))}`).join("");
}
