// The references that are still to become local, in the order in which they do.
import { Queue } from "./queue.ts";
import { isComponent, isSkeleton, type Reference } from "./reference.ts";

export class ReferenceQueue {
  /** By urgency. */
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

  /** The most urgent one, of these the first that came. */
  shift(): Reference | undefined {
    return this.#waiting.find(({ length }) => length > 0)?.shift();
  }
}

/** What is to be done first: parts of the skeleton, then components that are only a reference, then all else. */
function urgency(reference: Reference): 0 | 1 | 2 {
  if (isSkeleton(reference.type)) return 0;
  return isComponent(reference) ? 1 : 2;
}
