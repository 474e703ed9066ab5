// Guesses what an action changes in the mock's state, from its verb and the resource's schema:
// `POST /pools/{id}/archive` sets `status` to `ARCHIVED` if the enum of `status` has this value.
import { own, setOwn } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import type { Schemas } from "./schemas.ts";

/** A property, and the value that an action sets. */
export interface Effect {
  readonly property: string;
  readonly value: unknown;
}

/**
 * Returns the effect of an action by its verb: `archive` sets `status` to `ARCHIVED`, or, if no enum has such
 * a value, the flag `archived` to true; `unarchive` sets the flag to false. Undefined if the schema has
 * neither.
 *
 * @param undoes  whether the call takes the action back: `DELETE /pools/{id}/archive`. An enum does not
 *   tell the former value, so that only a flag is set.
 */
export function effectOf(schemas: Schemas, kind: Kind, verb: string, undoes: boolean): Effect | undefined {
  const properties = Object.entries(schemas.properties(kind.schema));
  // A verb with a prefix that negates it, such as `unarchive`; not `deliver`, `unite` or `dispatch`.
  const isOpposite =
    /^(un|de|dis)(?=[a-z]{3})/i.test(verb) &&
    !/^(de(lete|ploy|cline|liver)|un(it|ion)|dis(patch|tribute|count))/i.test(verb);
  const isReset = isOpposite !== undoes;
  const flag = properties.find(
    ([name, node]) =>
      schemas.follow(node)["type"] === "boolean" &&
      means(name.replace(/^is[_-]?(?=[A-Z_a-z])/, ""), bareVerb(verb, isOpposite)),
  );
  for (const [property, node] of properties) {
    const values = schemas.follow(node)["enum"];
    if (!Array.isArray(values) || undoes) continue;
    const value: unknown = values.find((one) => typeof one === "string" && means(one, verb));
    if (value !== undefined) return { property, value };
  }
  return flag && { property: flag[0], value: !isReset };
}

function bareVerb(verb: string, isOpposite: boolean): string {
  return isOpposite ? verb.replace(/^(un|de|dis)/i, "") : verb;
}

/**
 * Whether a state is the result of a verb: `canceled` and `CANCELLED` for `cancel`, `inactive` for
 * `deactivate`.
 */
function means(state: string, verb: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
  const [word, wanted] = [plain(state), plain(verb)];
  const opposites = special[wanted];
  if (opposites !== undefined) return opposites.includes(word);
  if (word === wanted) return true;
  // Endings of participles: `archived`, `retried`, `cancelled`, `paused`.
  const stem = wanted.replace(/(e|y)$/, "");
  return word.startsWith(stem) && /^(e?d|ied|led|ped|ted|ned|e|ing|n|en)$/.test(word.slice(stem.length));
}

/** Verbs whose resulting states are named otherwise than by their participle. */
const special: Readonly<Record<string, readonly string[]>> = {
  activate: ["active", "activated", "enabled"],
  deactivate: ["inactive", "deactivated", "disabled"],
  enable: ["enabled", "active"],
  disable: ["disabled", "inactive"],
  start: ["started", "running", "active", "inprogress"],
  stop: ["stopped", "inactive"],
  pause: ["paused", "suspended"],
  resume: ["running", "active", "resumed"],
  complete: ["completed", "complete", "done"],
  finish: ["finished", "completed", "done"],
  sell: ["sold"],
  buy: ["bought"],
  send: ["sent"],
  pay: ["paid"],
  submit: ["submitted"],
  block: ["blocked"],
  reopen: ["open", "reopened"],
  open: ["open", "opened"],
};

/** Returns the resource's value after an effect. */
export function affected(
  value: Readonly<Record<string, unknown>>,
  effect: Effect | undefined,
): Record<string, unknown> {
  const changed = { ...value };
  if (effect !== undefined && own(value, effect.property) !== effect.value)
    setOwn(changed, effect.property, effect.value);
  return changed;
}
