// Actions: `POST /pools/{id}/archive` sets the property of a resource whose schema has a value for the verb.
import { own, setOwn } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import type { Schemas } from "./schemas.ts";

/** A property, and the value that an action sets. */
export interface Effect {
  readonly property: string;
  readonly value: unknown;
}

/**
 * Returns the effect of an action by its verb: `archive` sets `status` to `ARCHIVED`, or `archived` to true.
 * Undefined if the schema has no such value.
 *
 * @param undoes  whether the call undoes the action
 */
export function effectOf(schemas: Schemas, kind: Kind, verb: string, undoes: boolean): Effect | undefined {
  const properties = Object.entries(schemas.properties(kind.schema));
  const isOpposite =
    /^(un|de|dis)(?=[a-z]{3})/i.test(verb) &&
    !/^(de(lete|ploy|cline|liver)|un(it|ion)|dis(patch|tribute|count))/i.test(verb);
  const isTaken = isOpposite !== undoes;
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
  return flag && { property: flag[0], value: !isTaken };
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
  const stem = wanted.replace(/(e|y)$/, "");
  return word.startsWith(stem) && /^(e?d|ied|led|ped|ted|ned|e|ing|n|en)$/.test(word.slice(stem.length));
}

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
