// A value or a promise of one. Awaiting an unnecessary promise takes a fortieth of the time of a short
// exchange.

/** A value or a promise of one. */
export type MaybePromise<Value> = Value | PromiseLike<Value>;

/** Whether the value is a promise. */
export function isPromise<Value>(given: MaybePromise<Value>): given is PromiseLike<Value> {
  return typeof given === "object" && given !== null && "then" in given && typeof given.then === "function";
}

/** Calls `next` with the value: at once, or when the promise is fulfilled. */
export function andThen<Value, Result>(
  given: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isPromise(given) ? given.then(next) : next(given);
}

/** Returns the result of a step, or of `failed` if the step throws or rejects. */
export function attempt<Result>(
  step: () => MaybePromise<Result>,
  failed: (error: unknown) => MaybePromise<Result>,
): MaybePromise<Result> {
  try {
    const given = step();
    return isPromise(given) ? given.then(undefined, failed) : given;
  } catch (error) {
    return failed(error);
  }
}
