// Runs the operations that creates and adds have started: after the 202, in batches, until they end.
import { randomUUID } from "node:crypto";
import type { OperationPace } from "./settings/settings.ts";
import type { AdvanceOutcome, SenderPoolOperationKey, Store } from "./store/store.ts";

/** Options of an `OperationsWorker`. */
export interface OperationsWorkerOptions {
  readonly store: Store;
  readonly pace: OperationPace;
  /** Duration of a lease in milliseconds: a worker that has not renewed it by then counts as dead. */
  readonly leaseFor: number;
  /**
   * Called with the error of a failed step; the worker continues, and retries that operation when its lease
   * has expired.
   */
  readonly onError: (error: unknown) => void;
}

/** Interval in milliseconds at which it looks for work left by failed steps or by a process that died. */
const pollEvery = 1000;
/** Number of operations that are worked on concurrently; their steps share commits. */
const claimLimit = 64;
/** Wake-ups within this time (milliseconds) are merged into one. */
const tick = 10;

/** A worker of one process; it runs from its construction until `stop()`. */
export class OperationsWorker {
  readonly #store: Store;
  readonly #holder: string = randomUUID();
  readonly #leaseFor: number;
  readonly #onError: (error: unknown) => void;
  readonly #poll: NodeJS.Timeout;
  #pace: OperationPace;
  #round: Promise<void> | undefined;
  #lastTick = 0;
  #isWoken = false;
  #isStopped = false;

  constructor({ store, pace, leaseFor, onError }: OperationsWorkerOptions) {
    this.#store = store;
    this.#pace = pace;
    this.#leaseFor = leaseFor;
    this.#onError = onError;
    store.onSenderPoolOperationStarted(() => this.#wakeInTime());
    this.#poll = setInterval(() => this.#wake(), pollEvery).unref();
    this.#wake();
  }

  get pace(): OperationPace {
    return this.#pace;
  }

  /** Sets the pace, which applies to running operations too. */
  setPace(pace: OperationPace): void {
    this.#pace = pace;
    this.#wake();
  }

  /**
   * Processes one batch of every running operation, or only of one, whatever the pace.
   *
   * @returns the number of operations that advanced
   */
  async step(only?: SenderPoolOperationKey): Promise<number> {
    const claimed: SenderPoolOperationKey[] = [];
    for (;;) {
      const more = await this.#claim(0, only);
      for (const key of more) claimed.push(key);
      if (more.length < claimLimit) break;
    }
    const outcomes = await Promise.all(claimed.map((operation) => this.#advance(operation, 0)));
    return outcomes.filter((outcome) => outcome !== "lost").length;
  }

  /** Finishes the steps in progress and starts no others. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#poll);
    await this.#round;
  }

  /** Schedules a wake-up for an operation that starts now, according to the pace. */
  #wakeInTime(): void {
    if (this.#pace === "immediate") this.#wake();
    if (typeof this.#pace !== "number") return;
    const now = Date.now();
    const wakeAt = Math.ceil((now + this.#pace + 1) / tick) * tick;
    if (wakeAt === this.#lastTick) return;
    this.#lastTick = wakeAt;
    setTimeout(() => this.#wake(), wakeAt - now).unref();
  }

  #wake(): void {
    this.#isWoken = true;
    if (this.#round === undefined && this.#hasRounds()) this.#round = this.#rounds();
  }

  #hasRounds(): boolean {
    return this.#isWoken && !this.#isStopped && this.#pace !== "manual";
  }

  /** Runs rounds until nothing is due; a wake-up during a round causes another one. */
  async #rounds(): Promise<void> {
    while (this.#hasRounds()) {
      this.#isWoken = false;
      try {
        const claimed = await this.#claim(typeof this.#pace === "number" ? this.#pace : 0);
        if (claimed.length === claimLimit) this.#isWoken = true;
        await Promise.all(claimed.map((operation) => this.#work(operation)));
      } catch (error) {
        this.#onError(error);
      }
    }
    // Synchronous after the last check of the loop, so no wake-up can come in between.
    this.#round = undefined;
  }

  /** Runs all steps of an operation (immediate pace), or the one that is due. */
  async #work(operation: SenderPoolOperationKey): Promise<void> {
    try {
      while (this.#pace === "immediate" && !this.#isStopped) {
        if ((await this.#advance(operation, this.#leaseFor)) !== "advanced") return;
      }
      if ((await this.#advance(operation, 0)) === "advanced") this.#wakeInTime();
    } catch (error) {
      this.#onError(error);
    }
  }

  #claim(idleFor: number, only?: SenderPoolOperationKey): Promise<readonly SenderPoolOperationKey[]> {
    const [holder, leaseFor] = [this.#holder, this.#leaseFor];
    return this.#store.claimSenderPoolOperations({ holder, idleFor, leaseFor, limit: claimLimit, only });
  }

  #advance(operation: SenderPoolOperationKey, leaseFor: number): Promise<AdvanceOutcome> {
    const { accountId, operationId } = operation;
    return this.#store.advanceSenderPoolOperation({ accountId, operationId, holder: this.#holder, leaseFor });
  }
}
