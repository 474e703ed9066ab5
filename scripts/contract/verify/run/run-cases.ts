// Runs the planned cases: several concurrently, interleaved by operation, until none is left or the budget is
// spent.
import { setImmediate as pause } from "node:timers/promises";
import { type Built, buildRequest } from "../plan/build-request.ts";
import type { Case } from "../plan/case.ts";
import { isConfirmed } from "../plan/confirm-case.ts";
import { interleaved } from "../plan/interleaved.ts";
import { casesOf } from "../plan/plan-cases.ts";
import { whyUntried } from "../plan/trial-values.ts";
import { judgeCase } from "../judge/judge-case.ts";
import type { Sent } from "../send/sender.ts";
import { alternativeFor, alternativesBy } from "../send/account.ts";
import { createdResource } from "./created-resource.ts";
import { createResource } from "./create-resource.ts";
import type { ModelledOperation } from "./document-model.ts";
import { followLinks } from "./follow-links.ts";
import { isDone } from "./response-json.ts";
import type { As, Outcome, RunContext } from "./run-context.ts";
import { shuffled } from "./shuffled.ts";
import { victimOf } from "./victim.ts";

export async function runCases(context: RunContext): Promise<void> {
  const { model, settings, coverage } = context.parts;
  const wanted = model.operations.filter(({ operation }) => settings.only?.has(operation.label) ?? true);
  const called = wanted.filter(({ operation }) => {
    if (context.isAllowed(operation)) return true;
    expectConstraints(context, operation, "--write allows its operation");
    coverage.notCalled(operation, `${operation.source.method} may change something: --write allows it`);
    return false;
  });
  const cases = interleaved(shuffled(called, settings.seed).map((one) => casesFor(context, one)));
  const work = async (): Promise<void> => {
    for (let next = cases.next(); next.done !== true; next = cases.next()) {
      if (context.parts.isOver()) return;
      // Searches do not yield to responses and signals by themselves.
      if (next.value === undefined) await pause();
      else await runCase(context, next.value.modelled, next.value.one);
    }
  };
  await Promise.all(Array.from({ length: settings.concurrency }, work));
  settle(context);
  for (const { operation } of called) noteUntried(context, operation);
}

interface Planned {
  readonly modelled: ModelledOperation;
  readonly one: Case;
}

function* casesFor(context: RunContext, modelled: ModelledOperation): Generator<Planned | undefined> {
  const { operation } = modelled;
  const { api, settings, isOver } = context.parts;
  const slots = context.slots(operation);
  expectConstraints(context, operation);
  const plan = {
    api,
    isOver,
    write: settings.write,
    isOpaque: (one: typeof operation, slot: (typeof slots.parameters)[number]) => context.isOpaque(one, slot),
  };
  for (const one of casesOf(plan, operation, slots)) yield one && { modelled, one };
  if (!isOver()) context.planned.add(operation);
}

/**
 * Registers the constraints of an operation.
 *
 * @param why  why none of them will be tested
 */
function expectConstraints(
  context: RunContext,
  operation: ModelledOperation["operation"],
  why?: string,
): void {
  const { coverage } = context.parts;
  const { parameters, bodies } = context.slots(operation);
  for (const constraint of [...parameters, ...bodies].flatMap(({ constraints }) => constraints.list)) {
    coverage.expectConstraint(operation, constraint);
    if (why === undefined) continue;
    for (const side of ["valid", "invalid"] as const) coverage.untried(operation, constraint, side, why);
  }
}

async function runCase(context: RunContext, modelled: ModelledOperation, one: Case): Promise<void> {
  const { coverage } = context.parts;
  const { operation } = modelled;
  const outcome = await context.alone(isRemoval(modelled) ? operation : undefined, () =>
    attemptCase(context, modelled, one),
  );
  context.outcomes.push({ one, outcome });
  if (one.place === "credentials")
    coverage.other("security", `${operation.label}: ${one.what}`, outcome.tried ? undefined : outcome.why);
}

/** Returns whether each request removes a resource. */
function isRemoval({ operation, role }: ModelledOperation): boolean {
  return operation.source.method === "DELETE" && (role.does === "handle" || role.does === "handleMember");
}

/** Records the coverage at the end: only then is it known which values turned out to equal earlier ones. */
function settle({ outcomes, parts: { coverage } }: RunContext): void {
  for (const { one, outcome } of outcomes) {
    const side = one.expects === "accepted" ? "valid" : "invalid";
    for (const constraint of one.constraints) {
      if (outcome.tried) coverage.tried(one.operation, constraint, side);
      else coverage.untried(one.operation, constraint, side, outcome.why, outcome.isImpossible);
    }
  }
}

async function attemptCase(context: RunContext, modelled: ModelledOperation, one: Case): Promise<Outcome> {
  const as = callerOf(context, one);
  if (typeof as === "string" && as.startsWith("no ")) return { tried: false, why: as };
  const built = await buildCase(context, modelled, one);
  if ("unwritten" in built) return { tried: false, why: built.unwritten };
  const { api, findings } = context.parts;
  const { operation } = modelled;
  if (!isConfirmed(api, one, built.request))
    return { tried: false, why: "its serialized text is parsed as another value", isImpossible: true };
  const what = `${one.place} ${one.what}`.trim();
  const exchange = await context.send(operation, built.request, what, as as As);
  if (context.parts.isOver() && exchange.failure !== undefined) return { tried: false, why: "the run ended" };
  const { problems, inconclusive } = judgeCase(api, one, exchange);
  for (const problem of problems) findings.add(problem, { operation, what, exchange });
  await afterwards(context, modelled, one, exchange);
  return inconclusive === undefined ? { tried: true } : { tried: false, why: inconclusive };
}

function callerOf(
  { parts: { account } }: RunContext,
  { operation, credentials, expects }: Case,
): As | `no ${string}` {
  if (credentials === "none") return "nobody";
  if (credentials === "wrong") return "made up";
  if (credentials === "nearly")
    return alternativeFor(operation, account) === undefined ? "no credentials were given" : "nearly";
  if (credentials !== undefined) {
    const names = alternativesBy(operation)[credentials] ?? [];
    const missing = names.filter((name) => !account.has(name));
    return missing.length === 0
      ? { alternative: credentials }
      : `no credentials were given for ${missing.join(", ")}`;
  }
  const isKnown = alternativeFor(operation, account) !== undefined;
  return isKnown || expects === "no-method"
    ? "account"
    : `no credentials were given for ${alternativesBy(operation)[0]?.join(", ") ?? ""}`;
}

/**
 * Builds a case. Operations that change or remove resources use only those of this run, which are created on
 * demand.
 */
async function buildCase(context: RunContext, modelled: ModelledOperation, one: Case): Promise<Built> {
  const { operation, role } = modelled;
  const { knownResources } = context.parts;
  const own = context.isForOwnOnly(operation);
  const slots = context.slots(operation);
  if (!own || one.expects === "no-method" || one.place.startsWith("path/"))
    return buildRequest(one, slots, knownResources.valuesFor(operation, own));
  if (isRemoval(modelled)) {
    const victim = await victimOf(context, modelled);
    if (victim !== undefined) return buildRequest(one, slots, victim);
  }
  const kind = role.does === "handle" || role.does === "act" ? role.kind : undefined;
  if (kind?.isSingle === true)
    return { unwritten: "it existed before this run: --change-existing allows changes of it" };
  if (kind !== undefined && !knownResources.isThere(operation, true)) await createResource(context, kind);
  if (!knownResources.isThere(operation, true))
    return { unwritten: "this run could not create anything to change" };
  return buildRequest(one, slots, knownResources.valuesFor(operation, own));
}

/** Updates the known resources after a case, and follows the references in its response. */
async function afterwards(
  context: RunContext,
  modelled: ModelledOperation,
  one: Case,
  sent: Sent,
): Promise<void> {
  const { role, operation } = modelled;
  const { knownResources } = context.parts;
  if (!isDone(sent.response) || one.expects === "no-method") return;
  if (role.does === "create") {
    const resource = await createdResource(context, modelled, role.kind, sent);
    if (resource !== undefined) knownResources.add(resource);
  }
  if (isRemoval(modelled)) context.victims.delete(operation);
  await followLinks(context, modelled, sent);
}

/** Records why the untested constraints of an operation were not tested. */
function noteUntried(context: RunContext, operation: ModelledOperation["operation"]): void {
  const { coverage } = context.parts;
  const slots = context.slots(operation);
  const isPlanned = context.planned.has(operation);
  for (const slot of [...slots.parameters, ...slots.bodies]) {
    const isOpaque = slot.kind === "parameter" && context.isOpaque(operation, slot);
    for (const constraint of slot.constraints.list) {
      if (!isPlanned) {
        coverage.untried(operation, constraint, "valid", "the run ended before");
        coverage.untried(operation, constraint, "invalid", "the run ended before");
        continue;
      }
      if (isOpaque)
        coverage.untried(operation, constraint, "valid", "its values come only from responses", true);
      const entry = coverage.entryOf(operation, constraint);
      if (entry?.tried.valid === false && entry.why.valid === undefined) {
        const unfinished = slot.at.searching.whyUnfinished(constraint, "valid");
        const why = unfinished ?? "no value with this constraint was found";
        coverage.untried(operation, constraint, "valid", why, unfinished === undefined);
      }
      if (entry?.tried.invalid === false && entry.why.invalid === undefined) {
        const { why, isImpossible } = whyUntried(slot.at, constraint);
        coverage.untried(operation, constraint, "invalid", why, isImpossible);
      }
    }
  }
}
