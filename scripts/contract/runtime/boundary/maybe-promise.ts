// A value or a promise of one. Waiting for a promise that nobody needs costs a short exchange a fortieth of its time.

/** A value, or the promise of one. */
export type MaybePromise<Value> = Value | PromiseLike<Value>;

/** Whether something has to be waited for. */
export function isPromise<Value>(given: MaybePromise<Value>): given is PromiseLike<Value> {
  return typeof given === "object" && given !== null && "then" in given && typeof given.then === "function";
}
