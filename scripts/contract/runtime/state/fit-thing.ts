// Things that keep to their schema whatever was given of them: requests often name by an id what responses show in full.
import { own, setOwn } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import { isRecord, recordOf } from "./record.ts";
import type { StateMaker } from "./state-rules.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * What was given, put on the first of the bases with which it is a thing. Where none is, on a whole thing; filled in with what objects within
 * it may have; and last, as much of it as a thing can have.
 *
 * @param put  a thing of values and a base
 */
export function fitThing(
  maker: StateMaker | undefined,
  kind: Kind,
  { given, bases }: { readonly given: Values; readonly bases: readonly Values[] },
  put: (given: Values, base: Values) => Record<string, unknown>,
): Record<string, unknown> {
  const [first = {}] = bases;
  if (maker === undefined) return put(given, first);
  const onOneOf = (values: Values, grounds: readonly Values[]): Record<string, unknown> | undefined => {
    for (const ground of grounds) {
      const thing = put(values, ground);
      if (maker.isThing(kind, thing)) return thing;
    }
    return undefined;
  };
  const plain = onOneOf(given, bases);
  if (plain !== undefined) return plain;
  const whole = recordOf(maker.thing(kind));
  const grounds = [...bases, whole];
  const filled = filledIn(recordOf(maker.thing(kind, true)), given);
  const found = onOneOf(given, [whole]) ?? onOneOf(filled, grounds);
  if (found !== undefined) return found;
  const ground = grounds.find((one) => maker.isThing(kind, put({}, one)));
  if (ground === undefined) return put(given, whole);
  // Member by member: those with which it is no thing any more are left out.
  let kept: Values = {};
  for (const name of Object.keys(filled)) {
    const more = { ...kept };
    setOwn(more, name, own(filled, name));
    if (maker.isThing(kind, put(more, ground))) kept = more;
  }
  return put(kept, ground);
}

/** What was given, with what a whole thing has beside it in objects within, and in those of its lists. */
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
