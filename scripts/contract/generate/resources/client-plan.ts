// The plan of a client with every name that its files declare, so that everything printed from it is
// consistent.
import { callbacksOf, webhooksOf } from "../../document/operations.ts";
import type { Located } from "../../document/pointer.ts";
import { type Code, emit } from "../code.ts";
import { lowerFirst, shortened, toIdentifier, UniqueNames, upperFirst } from "../names.ts";
import { contentOf, type Plan, type PlannedOperation } from "../plan.ts";
import type { ClientValue } from "../client-runtime.ts";
import type { DateConstants, PrintedDates } from "./date-constants.ts";
import { DatePaths } from "./date-paths.ts";
import { nextPlanOf, successes, waitPlanOf } from "./link-plans.ts";
import { essenceOf } from "../../runtime/boundary/media-type.ts";
import { memo } from "./memo.ts";
import { ModelTypes } from "./model-types.ts";
import type { ItemDates } from "./operation-hooks.ts";
import type { Surroundings } from "./print-class.ts";
import { type MethodNames, MethodPrinter } from "./print-method.ts";
import { credentialSettings, ownRequirement } from "./credential-settings.ts";
import type { Requirement } from "./requirements.ts";
import { fromDigits, jsonBodyIntegers, responseDates } from "./response-dates.ts";
import { type PlannedResource, resourcesOf } from "./resource-plan.ts";
import { itemSchemaOf, streamsOf } from "./stream-items.ts";

/** Everything that the files of a client print. */
export interface ClientPlan extends Surroundings {
  readonly resources: readonly NamedResource[];
  /** In the order of the resources. */
  readonly operations: readonly PlannedOperation[];
  readonly models: ModelTypes;
  /** Returns the value of an operation's `dates` as code; undefined for a response without date-times. */
  readonly dates: (operation: PlannedOperation) => PrintedDates | undefined;
  /** Returns the same by media type for the items of an operation's streams. */
  readonly itemDates: (operation: PlannedOperation) => ItemDates;
  /** Returns the functions of the runtime that both call. */
  readonly dateReaders: (operation: PlannedOperation) => readonly ClientValue[];
  /** Returns the security requirement of an operation, if it differs from the most common one. */
  readonly security: (operation: PlannedOperation) => Requirement | undefined;
  /** The constants that `dates` refers to. */
  readonly dateConstants: DateConstants;
  /** Returns the locations of integers in the body of a request that are given as digits, as code. */
  readonly bodyIntegers: (operation: PlannedOperation) => PrintedDates | undefined;
  /** The constants that `bodyIntegers` refers to. */
  readonly integerConstants: DateConstants;
  /** Returns the names of those constants that the dates of an operation refer to. */
  readonly dateNames: (operation: PlannedOperation) => readonly Code[];
}

/** A resource with the name of its class. */
export interface NamedResource extends PlannedResource {
  readonly className: Code;
}

/** @param taken  names that must not be used for names of the document */
export function clientPlanOf(plan: Plan, taken: Iterable<string>): ClientPlan {
  const names = new UniqueNames(taken);
  const resources = resourcesOf(plan);
  const operations = resources.flatMap(({ methods }) => methods.map(({ operation }) => operation));
  const models = modelTypes(plan, names);
  const constantName = (suffix: Code) =>
    memo((pointer: string) =>
      names.take(emit`${lowerFirst(toIdentifier(pointer.slice(pointer.lastIndexOf("/") + 1)))}${suffix}`),
    );
  const datePaths = new DatePaths(plan, constantName(emit`Dates`));
  const integerPaths = new DatePaths(plan, constantName(emit`Integers`), {
    dates: false,
    integers: plan.values.int64 === "string" ? fromDigits : undefined,
  });
  const dates = memo((operation: PlannedOperation) => responseDates(datePaths, successes(operation)));
  const bodyIntegers = memo((operation: PlannedOperation) => jsonBodyIntegers(integerPaths, operation));
  const itemDates = memo((operation: PlannedOperation) =>
    streamsOf(operation).flatMap((content): [string, PrintedDates][] => {
      const found = datePaths.of(itemSchemaOf(plan.document.root, content).schema);
      return found === undefined ? [] : [[essenceOf(content.mediaType), found]];
    }),
  );
  // Both methods of an operation with a stream switch have the same parameters.
  const namesOf = memo((identifier: Code): MethodNames => ({
    query: names.take(emit`${upperFirst(identifier)}Query`),
    options: names.take(emit`${upperFirst(identifier)}Options`),
  }));
  for (const operation of operations) {
    namesOf(operation.identifier);
    dates(operation);
    itemDates(operation);
    bodyIntegers(operation);
  }
  const next = memo((operation: PlannedOperation) => nextPlanOf(plan, operation));
  const wait = memo((operation: PlannedOperation) => waitPlanOf(plan, operation));
  // The first operation that links to an operation defines how to wait for it.
  const waits = memo((all: readonly PlannedOperation[]) => {
    const links = all.flatMap((operation) => wait(operation) ?? []).reverse();
    return new Map(links.map((link) => [link.target, link]));
  });
  const named = resources.map((resource) => ({
    ...resource,
    className: names.take(shortened(upperFirst(toIdentifier(resource.tag)))),
  }));
  const differs = "authorize" in credentialSettings(plan);
  return {
    resources: named,
    operations,
    models,
    dates,
    itemDates: (operation) =>
      Object.fromEntries(itemDates(operation).map(([type, { code }]) => [type, code])),
    dateReaders: (operation) => [
      ...(dates(operation)?.readers ?? []),
      ...itemDates(operation).flatMap(([, { readers }]) => readers),
      ...(bodyIntegers(operation)?.readers ?? []),
    ],
    dateNames: (operation) => [
      ...(dates(operation)?.constants ?? []),
      ...itemDates(operation).flatMap(([, { constants }]) => constants),
      ...(bodyIntegers(operation)?.constants ?? []),
    ],
    bodyIntegers,
    integerConstants: integerPaths.constants,
    security: (operation) => (differs ? ownRequirement(plan, operation) : undefined),
    dateConstants: datePaths.constants,
    printer: new MethodPrinter(plan.document.root, models),
    names: ({ identifier }) => namesOf(identifier),
    next,
    wait,
    waitedFor: (target) => waits(operations).get(target),
  };
}

function modelTypes(plan: Plan, names: UniqueNames): ModelTypes {
  const answers = plan.operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content));
  const { root } = plan.document;
  // Requests that the server sends (webhooks, callbacks) are received by the client, so they are outputs.
  const events = [...webhooksOf(root), ...callbacksOf(root)].flatMap(({ requestBody }) =>
    requestBody === undefined ? [] : contentOf(root, requestBody),
  );
  const bodies = plan.operations.flatMap(({ body }) => body?.content ?? []);
  const parameters = plan.operations.flatMap((operation) => operation.parameters);
  const schemas = (owners: readonly { readonly schema: Located | undefined }[]): Located[] =>
    owners.flatMap(({ schema }) => schema ?? []);
  return new ModelTypes(plan, names, {
    outputs: schemas(answers),
    inputs: schemas([...bodies, ...parameters]),
    events: schemas(events),
  });
}
