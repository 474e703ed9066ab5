// Works off the operations that creates and adds have started: after the 202, in batches, until they end.
import { randomUUID } from "node:crypto";
import type { OperationPace } from "./settings/settings.ts";
import type { AdvanceOutcome, SenderPoolOperationKey, Store } from "./store/store.ts";

/** What a worker needs. */
export interface OperationsWorkerOptions {
  readonly store: Store;
  readonly pace: OperationPace;
  /** Milliseconds after which a worker that stopped moving counts as dead. */
  readonly leaseFor: number;
  /** Hears why a step failed; the worker goes on, and tries that operation again when its lease is over. */
  readonly onError: (error: unknown) => void;
}

/** Looks for work left by a process that died, and by steps that failed, this often (milliseconds). */
const pollEvery = 1000;
/** Operations that are worked on side by side; their steps share commits. */
const claimLimit = 64;
/** Wake-ups closer together than this are one (milliseconds). */
const tick = 10;

/** One worker of one process; it runs from its making until `stop()`. */
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

  /** Changes the pace, for running operations too. */
  setPace(pace: OperationPace): void {
    this.#pace = pace;
    this.#wake();
  }

  /**
   * Works off one batch of every running operation, or of one, whatever the pace is.
   *
   * @returns how many operations moved
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

  /** Finishes the steps under way and begins no other. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#poll);
    await this.#round;
  }

  /** An operation that starts now is due when the pace says so. */
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

  /** Rounds until nothing is due; whoever wakes meanwhile gets another. */
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
    // In the same breath as the last look at what wakes: nobody can wake in between.
    this.#round = undefined;
  }

  /** All steps of an operation, or the one that is due. */
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
