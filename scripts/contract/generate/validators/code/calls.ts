// The call graph of emitted functions. A function with two or more call sites may receive the same value
// twice.
import type { Code } from "../../code.ts";

/** Records which emitted function calls which. */
export class Calls {
  readonly #places = new Map<Code, number>();
  readonly #callees = new Map<Code, Set<Code>>();
  #leading: ReadonlySet<Code> | undefined;
  #caller: Code | undefined;

  /** Sets the function in which calls are added from now on. */
  from(caller: Code): void {
    this.#caller = caller;
  }

  /** Adds a call of a function and returns the function's name. */
  add(callee: Code): Code {
    this.#places.set(callee, (this.#places.get(callee) ?? 0) + 1);
    if (this.#caller === undefined) return callee;
    const callees = this.#callees.get(this.#caller);
    if (callees === undefined) this.#callees.set(this.#caller, new Set([callee]));
    else callees.add(callee);
    return callee;
  }

  isShared(name: Code): boolean {
    return (this.#places.get(name) ?? 0) > 1;
  }

  /** Whether a function is shared, or calls one that is. Valid only once all calls are added. */
  leadToShared(name: Code): boolean {
    this.#leading ??= this.#findLeading();
    return this.#leading.has(name);
  }

  /** Propagates from shared functions to their callers. */
  #findLeading(): ReadonlySet<Code> {
    const leading = new Set<Code>();
    const callers = new Map<Code, Code[]>();
    for (const [caller, callees] of this.#callees) {
      for (const callee of callees) {
        const known = callers.get(callee);
        if (known === undefined) callers.set(callee, [caller]);
        else known.push(caller);
      }
    }
    const open = [...this.#places.keys()].filter((name) => this.isShared(name));
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (leading.has(name)) continue;
      leading.add(name);
      for (const caller of callers.get(name) ?? []) open.push(caller);
    }
    return leading;
  }
}
