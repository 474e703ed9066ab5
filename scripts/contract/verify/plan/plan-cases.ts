// Plans all cases of one operation, the most informative first; each tests one property.
import type { Json, JsonObject } from "../../document/document.ts";
import { deref, isObject } from "../../document/pointer.ts";
import { canonical } from "../../containment/structural-key.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import type { Case } from "./case.ts";
import { pairwiseRows } from "./choose-fields.ts";
import type { Constraint } from "./constraint.ts";
import { interleaved } from "./interleaved.ts";
import { bodyFaults, credentialCases, mediaCases, methodCases } from "./other-cases.ts";
import type { BodySlot, OperationSlots, ParameterSlot } from "./operation-slots.ts";
import type { Trial, Trials } from "./searching.ts";
import { combinations, examplesOf, invalid, largest, valid } from "./trial-values.ts";

/** Settings of a plan. */
export interface PlanSettings {
  readonly api: Api;
  /** Whether requests may change data. */
  readonly write: boolean;
  /** Returns whether a parameter's values come from responses only, such as a page token. */
  readonly isOpaque: (operation: ApiOperation, parameter: ParameterSlot) => boolean;
  /** Returns whether planning must stop. */
  readonly isOver: () => boolean;
}

const none: ReadonlyMap<string, Json | undefined> = new Map();

/**
 * Yields the cases of one operation, deterministically; undefined where a search found no value, so that a
 * run may end or pause between searches.
 */
export function* casesOf(
  settings: PlanSettings,
  operation: ApiOperation,
  slots: OperationSlots,
): Generator<Case | undefined> {
  const base = { operation, parameters: none, constraints: [] };
  yield { ...base, expects: "accepted", place: "request", what: "the smallest request" };
  yield* interleaved([
    others(settings, operation, slots),
    ...slots.parameters.map((slot) => parameterCases(settings, operation, slot)),
    ...slots.bodies.map((slot) => bodyCases(settings, operation, slot)),
    mediaCases(operation, slots),
    parameterRows(settings, operation, slots),
  ]);
}

/** Yields the cases that are not about a constraint. */
function* others(settings: PlanSettings, operation: ApiOperation, slots: OperationSlots): Generator<Case> {
  yield* methodCases(settings, operation);
  yield* credentialCases(operation);
  yield* bodyFaults(operation, slots);
}

/** Yields combinations of optional parameters that cover every pair. */
function* parameterRows(
  settings: PlanSettings,
  operation: ApiOperation,
  { parameters }: OperationSlots,
): Generator<Case> {
  const optional = parameters.filter(
    (slot) => !slot.parameter.required && slot.smallest !== undefined && !settings.isOpaque(operation, slot),
  );
  if (optional.length < 2) return;
  for (const row of pairwiseRows(optional.length)) {
    const there = optional.filter((_, index) => row[index]);
    if (there.length < 2) continue;
    yield {
      operation,
      expects: "accepted",
      place: "parameters",
      what: `with ${there.map(({ name }) => name).join(", ")}`,
      constraints: [],
      parameters: new Map(there.map((slot) => [slot.name, exampleOr(slot)])),
    };
  }
}

/** Returns the document's example of a parameter, else the smallest value. */
export function exampleOr(slot: ParameterSlot): Json | undefined {
  return examplesOf(slot.at)[0] ?? slot.smallest;
}

function* parameterCases(
  settings: PlanSettings,
  operation: ApiOperation,
  slot: ParameterSlot,
): Generator<Case | undefined> {
  const { parameter, name, at } = slot;
  const isOpaque = settings.isOpaque(operation, slot);
  const about = (trial: Trial): Case => ({
    operation,
    expects: trial.isValid ? "accepted" : "refused",
    place: trial.constraint?.place ?? name,
    what: trial.what,
    constraints: [],
    parameters: new Map([[name, trial.value]]),
  });
  if (parameter.required && parameter.place !== "path") {
    const parameters = new Map([[name, undefined]]);
    yield { operation, expects: "refused", place: name, what: "left out", constraints: [], parameters };
  }
  const shown = { what: "the document's example", isValid: true, constraint: undefined };
  const examples = isOpaque || parameter.place === "path" ? [] : examplesOf(at);
  for (const value of examples) yield about({ ...shown, value });
  yield* distinct(
    interleaved(
      slot.constraints.list.flatMap((constraint) => [
        ...(isOpaque ? [] : [valid(at, constraint)]),
        invalid(at, constraint),
      ]),
      settings.isOver,
    ),
    about,
  );
}

function* bodyCases(
  { isOver }: PlanSettings,
  operation: ApiOperation,
  slot: BodySlot,
): Generator<Case | undefined> {
  const { at, content, media } = slot;
  const about = (trial: Trial): Case => ({
    operation,
    expects: trial.isValid ? "accepted" : "refused",
    place: trial.constraint?.place ?? "body",
    what: trial.what,
    constraints: [],
    parameters: none,
    body: { content, media, value: trial.value },
  });
  // Documents do not define the XML form of a wrong type or of null.
  const isXml = mediaKind(media) === "xml";
  const broken = (constraint: Constraint): Trials => (isXml ? [] : invalid(at, constraint));
  yield* distinct(
    interleaved(
      [
        contentExamples(operation, slot),
        ...slot.constraints.list.flatMap((constraint) => [valid(at, constraint), broken(constraint)]),
        combinations(at),
        largest(at, slot.constraints.list),
      ],
      isOver,
    ),
    about,
  );
}

function* contentExamples(operation: ApiOperation, slot: BodySlot): Generator<Trial> {
  for (const value of examplesFor(operation, slot))
    yield { value, what: "the document's example", isValid: true, constraint: undefined };
}

/** Returns the document's examples of a body. */
export function examplesFor({ root }: ApiOperation, { at, content }: BodySlot): Json[] {
  const { example, examples } = content.node;
  const listed = exampleValues(root, examples);
  const own = example === undefined ? listed : [example, ...listed];
  return [...own, ...examplesOf(at)];
}

function exampleValues(root: JsonObject, examples: Json | undefined): Json[] {
  if (!isObject(examples)) return [];
  return Object.values(examples).flatMap((node) => {
    const example = node === undefined ? undefined : deref(root, node);
    const value = isObject(example) ? example["value"] : undefined;
    return value === undefined ? [] : [value];
  });
}

/**
 * Yields each value once. A valid value may be a boundary of several constraints: its one request tests them
 * all.
 */
function* distinct(trials: Trials, about: (trial: Trial) => Case): Generator<Case | undefined> {
  const seen = new Map<string, Constraint[]>();
  for (const trial of trials) {
    if (trial === undefined) {
      yield undefined;
      continue;
    }
    const key = `${trial.isValid} ${canonical(trial.value)}`;
    const known = seen.get(key);
    if (known !== undefined) {
      if (trial.constraint !== undefined) known.push(trial.constraint);
      continue;
    }
    const constraints = trial.constraint === undefined ? [] : [trial.constraint];
    seen.set(key, constraints);
    yield { ...about(trial), constraints };
  }
}
