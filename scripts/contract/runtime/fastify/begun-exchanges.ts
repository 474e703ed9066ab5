// Exchanges that go through all of Fastify: kept by their requests, their bodies received.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isPromise } from "../boundary/maybe-promise.ts";
import { HttpError } from "../boundary/problem.ts";
import { type ReadBody, readBody } from "../boundary/read-body.ts";
import { receiveBody, utf8Text } from "./receive-body.ts";
import type { AdmittedExchange, Service } from "./served.ts";

/** Exchanges by their requests. A WeakMap of them would keep the collector busy. */
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
 * Bodies are received and read as the operation's document says; what is wrong with one is told with everything else. Fastify's own receiving
 * would close the connection of a body that is too large.
 */
export function addBodyParser(app: FastifyInstance, begun: ExchangeOf, { limits }: Service): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (request, payload, done) => {
    const exchange = begun.get(request);
    const fail = (error: unknown): void => {
      // Of an error that a parser is done with, Fastify closes the connection; what is too large is read and dropped instead.
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
