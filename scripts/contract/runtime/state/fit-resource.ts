// Makes resources conform to their schema whatever was given: requests often have the id of what responses
// show in full.
import { own, setOwn } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import { isRecord, recordOf } from "./record.ts";
import type { StateMaker } from "./state-rules.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Merges the given values into the first base with which the result is valid. If there is none, into a full
 * resource; then with nested objects filled in; and finally as many of the given members as are valid.
 *
 * @param put  builds a resource from values and a base
 */
export function fitResource(
  maker: StateMaker | undefined,
  kind: Kind,
  { given, bases }: { readonly given: Values; readonly bases: readonly Values[] },
  put: (given: Values, base: Values) => Record<string, unknown>,
): Record<string, unknown> {
  const [first = {}] = bases;
  if (maker === undefined) return put(given, first);
  const onOneOf = (values: Values, grounds: readonly Values[]): Record<string, unknown> | undefined => {
    for (const ground of grounds) {
      const resource = put(values, ground);
      if (maker.isResource(kind, resource)) return resource;
    }
    return undefined;
  };
  const plain = onOneOf(given, bases);
  if (plain !== undefined) return plain;
  const whole = recordOf(maker.resource(kind));
  const grounds = [...bases, whole];
  const filled = filledIn(recordOf(maker.resource(kind, true)), given);
  const found = onOneOf(given, [whole]) ?? onOneOf(filled, grounds);
  if (found !== undefined) return found;
  const ground = grounds.find((one) => maker.isResource(kind, put({}, one)));
  if (ground === undefined) return put(given, whole);
  // Adds member by member; members that make the resource invalid are omitted.
  let kept: Values = {};
  for (const name of Object.keys(filled)) {
    const more = { ...kept };
    setOwn(more, name, own(filled, name));
    if (maker.isResource(kind, put(more, ground))) kept = more;
  }
  return put(kept, ground);
}

/**
 * Returns the given values, with the members of a full resource added in nested objects and in those of
 * lists.
 */
function filledIn(whole: Values, given: Values): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(given))
    setOwn(filled, name, filledMember(own(whole, name), member));
  return filled;
}

function filledMember(whole: unknown, given: unknown): unknown {
  if (isRecord(whole) && isRecord(given)) return { ...whole, ...filledIn(whole, given) };
  if (!Array.isArray(whole) || !Array.isArray(given)) return given;
  const [sample] = whole as readonly unknown[];
  return given.map((item: unknown) => filledMember(sample, item));
}
