// A priority queue of references that still have to be made local.
import { Queue } from "./queue.ts";
import { isComponent, isSkeleton, type Reference } from "./reference.ts";

/** References by priority; each operation takes constant time. */
export class ReferenceQueue {
  /** One queue per priority, the highest first. */
  readonly #waiting: [Queue<Reference>, Queue<Reference>, Queue<Reference>] = [
    new Queue(),
    new Queue(),
    new Queue(),
  ];

  get isEmpty(): boolean {
    return this.#waiting.every(({ length }) => length === 0);
  }

  push(reference: Reference): void {
    this.#waiting[urgency(reference)].push(reference);
  }

  /** Returns the reference with the highest priority; of equal priority, the oldest. */
  shift(): Reference | undefined {
    return this.#waiting.find(({ length }) => length > 0)?.shift();
  }
}

/**
 * Returns the priority of a reference: parts of the skeleton, then components that are only a reference, then
 * all others.
 */
function urgency(reference: Reference): 0 | 1 | 2 {
  if (isSkeleton(reference.type)) return 0;
  return isComponent(reference) ? 1 : 2;
}
