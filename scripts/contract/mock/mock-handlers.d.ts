// What handlers of single operations are given, and give. It stands on nothing, as mock-api.d.ts does.

/**
 * Answers to single operations, in place of the mock's. With the types of `contract server`, each is typed by the document.
 *
 * @example
 * import type { Handlers } from "./generated/server.ts";
 * const handlers: MockHandlers<Handlers> = { createPet: ({ body }) => ({ status: 409, body: { title: `${body.name} is there` } }) };
 */
export type MockHandlers<Typed = Readonly<Record<string, MockHandler>>> = {
  readonly [Id in keyof Typed]?: Typed[Id] extends (input: infer Input) => infer Answer
    ? (
        input: Omit<Input, "callers" | "request" | "reply"> & HandlerMore,
      ) => MaybePromiseOrNothing<Given<Answer>>
    : never;
};

/** What `MockHandlers` of any types are. */
export type AnyHandlers = Readonly<Record<string, ((input: never) => unknown) | undefined>>;

/** The response itself: neither a promise of one, nor Fastify's reply. */
type Given<Answer> = Answer extends { readonly then: unknown } ? never : Answer;

type MaybePromiseOrNothing<Answer> = Answer | undefined | PromiseLike<Answer | undefined>;

/** Undefined leaves the answer to the mock. What is given is checked as every response is. */
export type MockHandler = (input: HandlerInput) => unknown;

/** A request that keeps to the document. */
export interface HandlerInput extends HandlerMore {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** What a handler has beside the request. */
export interface HandlerMore {
  readonly operationId: string;
  readonly tenant: string;
  /** The tenant's things. */
  readonly state: HandlerState;
  /** What the mock itself answers, with all that this does to its state. */
  readonly next: () => Promise<{
    readonly status: number;
    readonly headers?: Readonly<Record<string, unknown>> | undefined;
    readonly body?: unknown;
  }>;
}

/** A tenant's things by the paths of their collections, values filled in: `/users/1/pets`. What is read is a copy. */
export interface HandlerState {
  readonly all: (path: string) => Readonly<Record<string, unknown>>[];
  /** @param id  left out for what there is one of */
  readonly get: (path: string, id?: string | number) => Readonly<Record<string, unknown>> | undefined;
  /** Adds a thing; what its schema requires beside what is given is made up. */
  readonly add: (path: string, value: unknown) => Promise<void>;
  /** Puts what there is one of in place. */
  readonly put: (path: string, value: unknown) => Promise<void>;
  /** Resolves to whether there was one. */
  readonly remove: (path: string, id: string | number) => Promise<boolean>;
}
