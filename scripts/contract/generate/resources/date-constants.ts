// Prints dates as code, with constants that several responses share.
import { clientName, type ClientValue } from "../client-runtime.ts";
import { type Code, emit, joinCode, noCode } from "../code.ts";
import { printKey, printLiteral } from "../literal.ts";
import { type Dates, Every, Integers, Tagged, Tuple } from "./date-tree.ts";

const tupleReader = { module: "response/date-readers.ts", name: "tupleDates" } as const satisfies ClientValue;
const everyReader = { module: "response/date-readers.ts", name: "everyDates" } as const satisfies ClientValue;

/**
 * The value of `dates` as code, with the runtime functions that it calls and the constants that it refers to.
 */
export interface PrintedDates {
  readonly code: Code;
  readonly readers: readonly ClientValue[];
  readonly constants: readonly Code[];
}

/** A constant, and its value as code. */
export interface DateConstant {
  readonly name: Code;
  readonly value: Code;
}

/** The constants of one document; equal ones are declared once. */
export class DateConstants {
  readonly #integers: ClientValue | undefined;
  readonly #byName = new Map<Code, DateConstant>();
  /** Dates of the constants, by name. */
  readonly #dates = new Map<Code, Dates>();
  /** Value of a constant → its name: schemas with date-times in the same locations share one. */
  readonly #byValue = new Map<Code, Code>();
  /** Runtime functions that the constants call, and those of the value being printed. */
  readonly #constantReaders = new Set<ClientValue>();
  #readers = new Set<ClientValue>();
  #used = new Set<Code>();

  /** @param integers  the runtime function that converts integers of 64 bits */
  constructor(integers: ClientValue | undefined) {
    this.#integers = integers;
  }

  /** The constants, each after those it needs. */
  get all(): readonly DateConstant[] {
    return [...this.#byName.values()];
  }

  /** The runtime functions that the constants call. */
  get readers(): readonly ClientValue[] {
    return [...this.#constantReaders];
  }

  print(dates: Dates): PrintedDates {
    this.#readers = new Set();
    this.#used = new Set();
    const code = this.#print(dates);
    return { code, readers: [...this.#readers], constants: [...this.#used] };
  }

  /** Returns the dates of a constant; undefined if it is not declared yet. */
  datesOf(name: Code): Dates | undefined {
    return this.#dates.get(name);
  }

  /**
   * Declares a constant; returns its name, or that of a constant with the same value.
   *
   * @param isCircular  true for a recursive schema, which refers to itself by this name
   */
  declare(name: Code, dates: Dates, isCircular: boolean): Code {
    this.#readers = this.#constantReaders;
    const value = this.#print(dates);
    const same = this.#byValue.get(value);
    if (same === undefined) this.#dates.set(name, dates);
    if (same !== undefined && !isCircular) return same;
    this.#byName.set(name, { name, value });
    if (same === undefined) this.#byValue.set(value, name);
    return name;
  }

  #print(dates: Dates): Code {
    if (dates === true) return emit`true`;
    if (typeof dates === "string") {
      this.#used.add(dates);
      return dates;
    }
    if (dates instanceof Integers) {
      const reader = this.#integers;
      if (reader === undefined) throw new TypeError("there is no reader of integers");
      this.#readers.add(reader);
      return clientName(reader);
    }
    if (dates instanceof Tuple) {
      this.#readers.add(tupleReader);
      const first = joinCode(
        dates.first.map((one) => this.#print(one)),
        emit`, `,
      );
      const more = [dates.rest, dates.others].map(
        (one) => emit`, ${one === undefined ? emit`{}` : this.#print(one)}`,
      );
      return emit`/* @__PURE__ */ ${clientName(tupleReader)}(() => [[${first}]${more}])`;
    }
    if (dates instanceof Every) {
      this.#readers.add(everyReader);
      const parts = joinCode(
        dates.parts.map((one) => this.#print(one)),
        emit`, `,
      );
      return emit`/* @__PURE__ */ ${clientName(everyReader)}(() => [${parts}])`;
    }
    if (dates instanceof Tagged) {
      const others = dates.others === undefined ? noCode : emit`, ${this.#print(dates.others)}`;
      return emit`[${printLiteral(dates.property)}, ${this.#print(dates.cases)}${others}]`;
    }
    if (dates.size === 0) return emit`{}`;
    const members = [...dates].map(([key, value]) => {
      // A constant that is declared later cannot be read yet, but it can when a response arrives.
      const later = typeof value === "string" && !this.#byName.has(value);
      if (later) this.#used.add(value);
      return later
        ? emit`get ${printKey(key)}() { return ${value}; }`
        : emit`${printKey(key)}: ${this.#print(value)}`;
    });
    return emit`{ ${joinCode(members, emit`, `)} }`;
  }
}
