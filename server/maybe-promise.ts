// A value or a promise of one. Stores of this process return values: a promise for each call measurably slows short exchanges.

/** A value, or the promise of one. */
export type MaybePromise<Value> = Value | Promise<Value>;

/**
 * `value.then(next)`, now when the value is there. Waiting for a promise costs a short exchange a fortieth of its time.
 *
 * @example whenThere(1, (value) => value + 1) // 2
 */
export function whenThere<Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}
