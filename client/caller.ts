// What the generated resources ask of the runtime.
import type { ApiPromise } from "./api-promise.ts";
import type { CallOptions } from "./call-options.ts";
import type { Arguments, NextLink, Operation, WaitLink } from "./operation.ts";
import type { Pages } from "./pages/page.ts";
import type { Waitable, WaitOptions } from "./pages/wait.ts";

/** Calls operations; `connect()` makes one. The type parameters are promises that the generator takes from the document. */
export interface Caller {
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
  /** For a call that starts something. */
  start<Body, Result, Header extends string>(
    operation: Operation,
    link: WaitLink,
    args: Arguments,
    options: CallOptions | undefined,
  ): ApiPromise<Waitable<Body, Result>, Header>;
  /** For something started earlier, maybe elsewhere. */
  wait<Result>(
    link: WaitLink,
    path: readonly unknown[],
    options: WaitOptions<Result> | undefined,
  ): Promise<Result>;
}
