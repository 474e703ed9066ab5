// Types of handlers of single operations. Imports nothing, like mock-api.d.ts.

/**
 * Handlers of single operations, instead of the mock's responses. With the types of `contract server`, each
 * is typed by the document.
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

/** Handlers of any types. */
export type AnyHandlers = Readonly<Record<string, ((input: never) => unknown) | undefined>>;

/** The response itself: neither a promise of one, nor Fastify's reply. */
type Given<Answer> = Answer extends { readonly then: unknown } ? never : Answer;

type MaybePromiseOrNothing<Answer> = Answer | undefined | PromiseLike<Answer | undefined>;

/** Returns a response, which is validated like any other; undefined leaves the response to the mock. */
export type MockHandler = (input: HandlerInput) => unknown;

/** A request that is valid by the document. */
export interface HandlerInput extends HandlerMore {
  /** By name. In all parameters, an integer that no double represents is the text of its digits. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** What a handler receives in addition to the request. */
export interface HandlerMore {
  readonly operationId: string;
  readonly tenant: string;
  /** Resources of the tenant. */
  readonly state: HandlerState;
  /** Returns the mock's own response, with all its effects on the state. */
  readonly next: () => Promise<{
    readonly status: number;
    readonly headers?: Readonly<Record<string, unknown>> | undefined;
    readonly body?: unknown;
  }>;
}

/**
 * Resources of a tenant, by the paths of their collections with values filled in: `/users/1/pets`. Returned
 * values are copies.
 */
export interface HandlerState {
  readonly all: (path: string) => Readonly<Record<string, unknown>>[];
  /** @param id  omitted for a singleton */
  readonly get: (path: string, id?: string | number) => Readonly<Record<string, unknown>> | undefined;
  /** Adds a resource; properties that its schema requires and the value lacks are generated. */
  readonly add: (path: string, value: unknown) => Promise<void>;
  /** Sets a singleton. */
  readonly put: (path: string, value: unknown) => Promise<void>;
  /** Resolves to whether the resource existed. */
  readonly remove: (path: string, id: string | number) => Promise<boolean>;
}
