// Generated code for one schema at one target: the variable it checks, and where its failures go.
import { escapeSegment } from "../../../document/pointer.ts";
import { type Code, emit, noCode } from "../../code.ts";
import { type Expression, type Literal, printLiteral, printString } from "../../literal.ts";
import type { UnitSchema } from "../schema-units.ts";
import { type Failures, leavingFailures, notedFailures } from "./failures.ts";
import type { FunctionCode } from "./function-code.ts";
import { type PathCode, printPath, withText } from "./path-code.ts";
import type { UnitContext } from "./unit-context.ts";

/** The parts of a `SchemaCode`. */
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

/**
 * Generated code for one subschema: the condition under which it holds or fails, and the variable that holds
 * its errors.
 */
export interface Trial {
  readonly holds: Code;
  readonly fails: Code;
  readonly list: Code | undefined;
}

/** The parts of an error besides its location. */
type Failure = [keyword: string, params: { readonly [name: string]: Literal }, message: string | Expression];

/** Writes the code that validates one variable against one schema. */
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

  /** Returns a schema below this one, for the same value unless the changes set another. */
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

  /** Returns the statement for a failure. */
  failure(...[keyword, params, message]: Failure): Code {
    const { failures, key } = this.is;
    const known = emit`${printString(keyword)}, ${printInline(params)}, ${printInline(message)}`;
    return failures.note("fail", emit`${this.#paths()}, ${known}${withKey(key)}`);
  }

  typeFailure(type: Literal): Code {
    const { failures, key } = this.is;
    return failures.note("failType", emit`${this.#paths()}, ${printInline(type)}${withKey(key)}`);
  }

  /** Writes a failure that occurs if the condition holds. */
  failIf(condition: Code, ...failure: Failure): void {
    this.is.code.lineIf(condition, this.failure(...failure));
  }

  /** Returns code that adds the errors from the function of another unit. */
  adopt(name: Code): Code {
    const { failures, key, instancePath } = this.is;
    return failures.note("addErrors", emit`${name}.errors, ${printPath(instancePath)}${withKey(key)}`);
  }

  /** Adds the errors of a trial. */
  join({ list }: Trial): void {
    if (list !== undefined) this.is.code.line(this.is.failures.note("joinErrors", list));
  }

  /**
   * Writes the schema so that its errors are collected separately.
   *
   * @param guard  a condition without which it is skipped
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

  /** Writes the schema so that only its verdict is determined. */
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

/** Returns a path as a URI fragment (RFC 6901, section 6). */
function fragmentOf(way: readonly (string | number)[]): string {
  return way.map((segment) => `/${encodeURIComponent(escapeSegment(String(segment)))}`).join("");
}
