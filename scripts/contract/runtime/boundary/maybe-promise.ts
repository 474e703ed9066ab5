// A value or a promise of one. Waiting for a promise that nobody needs costs a short exchange a fortieth of its time.

/** A value, or the promise of one. */
export type MaybePromise<Value> = Value | PromiseLike<Value>;

/** Whether something has to be waited for. */
export function isPromise<Value>(given: MaybePromise<Value>): given is PromiseLike<Value> {
  return typeof given === "object" && given !== null && "then" in given && typeof given.then === "function";
}

/** Goes on with a value, once it is there. */
export function andThen<Value, Result>(
  given: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isPromise(given) ? given.then(next) : next(given);
}

/** What a step gives, or what is given in its place when it fails, now or later. */
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
