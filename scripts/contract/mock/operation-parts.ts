// The parts that serve one operation (readers, validators, forms), created on first use: a document of a
// thousand operations starts as fast as one of ten.
import type { JsonObject } from "../document/document.ts";
import type { PlannedOperation } from "../generate/plan.ts";
import type { SchemaUnits } from "../generate/validators/schema-units.ts";
import { requestTable, responseTable, type ValidatorTable } from "../generate/validators/validator-table.ts";
import { parameterShapes } from "../generate/parameter-shapes.ts";
import { brokenUnits, checkedUnits } from "../lint/checked-units.ts";
import type { FormatChecks } from "../lint/formats.ts";
import { runUnits } from "../lint/run-units.ts";
import type { Forms } from "../runtime/boundary/read-form.ts";
import type { RequestValidators, ResponseValidators, Validator } from "../runtime/validator-types.ts";
import { type ParameterReader, readerOf, type WireParameters } from "../runtime/wire-reader.ts";
import { formsOf } from "../generate/form-fields.ts";
import { exactReader, exactValidators } from "./exact-integers.ts";
import { StoredTexts } from "./stored-texts.ts";
import { isXmlType } from "./xml-types.ts";

/** What the parts of all operations share. */
export interface PartsContext {
  readonly root: JsonObject;
  readonly formats: FormatChecks;
}

/** The lazily created parts of one operation. */
export class OperationParts {
  /** Schemas for which no validator can be made, with the reason; their values are not validated. */
  readonly broken: string[] = [];
  /** Keyed by status as the document writes it. */
  readonly responses: Readonly<Record<string, ResponseValidators | undefined>>;
  readonly #planned: PlannedOperation;
  readonly #context: PartsContext;
  #wire: WireParameters | undefined;
  #reader: ParameterReader | undefined;
  #requests: RequestValidators | undefined;
  #forms: Forms | undefined;
  #stored: StoredTexts | undefined;

  constructor(planned: PlannedOperation, context: PartsContext) {
    this.#planned = planned;
    this.#context = context;
    this.responses = this.#lazyResponses();
  }

  get reader(): ParameterReader {
    return (this.#reader ??= exactReader(readerOf(this.#wired), this.#wired));
  }

  get requests(): RequestValidators {
    return (this.#requests ??= exactValidators(
      // A mock reads XML, too.
      this.#run((units) => requestTable(this.#planned, units, isXmlType)),
      this.#wired,
    ));
  }

  get forms(): Forms {
    // The literal that generated servers contain has the same type as the value.
    return (this.#forms ??= formsOf(this.#context.root, this.#planned) as unknown as Forms);
  }

  /** Texts of stored values in responses. */
  get stored(): StoredTexts {
    return (this.#stored ??= new StoredTexts(this.#context.root, this.#planned));
  }

  get #wired(): WireParameters {
    return (this.#wire ??= parameterShapes(this.#context.root, this.#planned));
  }

  #lazyResponses(): Readonly<Record<string, ResponseValidators | undefined>> {
    const lazy: Record<string, ResponseValidators | undefined> = {};
    for (const response of this.#planned.responses) {
      let made: ResponseValidators | undefined;
      Object.defineProperty(lazy, response.status, {
        enumerable: true,
        configurable: true,
        get: () => (made ??= this.#run((units) => responseTable(response, units))),
      });
    }
    return lazy;
  }

  #run(build: (units: SchemaUnits) => ValidatorTable): RequestValidators & ResponseValidators {
    const { root, formats } = this.#context;
    const units = checkedUnits(root, formats);
    const table = build(units);
    const broken = brokenUnits(units.all);
    for (const reason of new Set(broken.values())) this.broken.push(reason);
    const sound = new Map([...units.all].filter(([key]) => !broken.has(key)));
    const wanted = new Set(keysOf(table).filter((key) => !broken.has(key)));
    return filled(table, runUnits(sound, wanted, formats)); // The table determines which part each validator belongs to.
  }
}

function keysOf(table: ValidatorTable): string[] {
  return Object.values(table).flatMap((entry) => (typeof entry === "string" ? [entry] : keysOf(entry)));
}

/** Returns the table with validators instead of keys; entries without one are omitted. */
function filled(table: ValidatorTable, validators: ReadonlyMap<string, Validator>): object {
  const members = Object.entries(table).flatMap(([name, entry]): [string, unknown][] => {
    if (typeof entry !== "string") return [[name, filled(entry, validators)]];
    const validator = validators.get(entry);
    return validator === undefined ? [] : [[name, validator]];
  });
  return Object.fromEntries(members);
}
