// The interface of the runtime that generated resources use.
import type { ApiPromise } from "./api-promise.ts";
import type { CallOptions } from "./call-options.ts";
import type { Arguments, NextLink, Operation, WaitLink } from "./operation.ts";
import type { Pages } from "./pages/page.ts";
import type { Waitable, WaitOptions } from "./pages/wait.ts";
import type { Backoff } from "./request/retry.ts";

/** The client's options for calls that do not have their own. */
export interface Limits {
  readonly timeout: number;
  readonly maxAttempts: number;
  readonly backoff: Backoff;
}

/**
 * Calls operations; `connectTo()` creates one. The type parameters are declared by the generator from the
 * document and are not checked.
 */
export interface Caller extends Limits {
  call<Data, Header extends string>(
    operation: Operation,
    args: Arguments,
    options: CallOptions | undefined,
  ): ApiPromise<Data, Header>;
  list<Body, Item, Header extends string>(
    operation: Operation,
    link: NextLink,
    args: Arguments,
    options: CallOptions | undefined,
  ): Pages<Body, Item, Header>;
  /** Calls an operation that starts work; its result has `wait()`. */
  start<Body, Result, Header extends string>(
    operation: Operation,
    link: WaitLink,
    args: Arguments,
    options: CallOptions | undefined,
  ): ApiPromise<Waitable<Body, Result>, Header>;
  /** Waits for work that was started earlier, possibly by another process. */
  wait<Result>(
    link: WaitLink,
    path: readonly unknown[],
    options: WaitOptions<Result> | undefined,
  ): Promise<Result>;
}
