// Exchanges that pass through Fastify's whole lifecycle: stored by request, and the reading of their bodies.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isPromise } from "../boundary/maybe-promise.ts";
import { HttpError } from "../boundary/problem.ts";
import { type ReadBody, readBody } from "../boundary/read-body.ts";
import { receiveBody, utf8Text } from "./receive-body.ts";
import type { AdmittedExchange, Service } from "./served.ts";

/** Exchanges by request, stored as a property: a WeakMap would burden the garbage collector. */
export class ExchangeOf {
  readonly #key = Symbol("exchange");

  constructor(app: FastifyInstance) {
    app.decorateRequest(this.#key, null);
  }

  get(request: object): AdmittedExchange | undefined {
    return (Reflect.get(request, this.#key) as AdmittedExchange | null) ?? undefined;
  }

  set(request: FastifyRequest, exchange: AdmittedExchange): void {
    Reflect.set(request, this.#key, exchange);
  }
}

/**
 * Registers a parser that receives and parses bodies as the operation declares; problems of the body are
 * reported with all others. Fastify's own parser would close the connection of a body that is too large.
 */
export function addBodyParser(app: FastifyInstance, begun: ExchangeOf, { limits }: Service): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (request, payload, done) => {
    const exchange = begun.get(request);
    const fail = (error: unknown): void => {
      // Fastify closes the connection after an error of a parser; a body that is too large is read and
      // discarded instead.
      if (exchange !== undefined && error instanceof HttpError) {
        exchange.unreadable = error;
        done(null, undefined);
      } else done(error instanceof Error ? error : new Error(String(error)));
    };
    const received = (bytes: Buffer): void => {
      if (exchange?.declared === undefined || bytes.length === 0) {
        done(null, undefined);
        return;
      }
      const { declared, problems, forms } = exchange;
      const sent = { bytes, type: request.headers["content-type"] ?? "", declared, decode: utf8Text };
      const keep = (read: ReadBody): void => {
        exchange.body = read;
        exchange.received = read.body;
        done(null, read.body);
      };
      const reading = readBody(sent, { forms, limits }, problems);
      if (isPromise(reading)) reading.then(keep, fail);
      else keep(reading);
    };
    receiveBody(payload, request.routeOptions.bodyLimit, received, fail);
  });
}
