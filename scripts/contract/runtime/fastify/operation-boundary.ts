// The rules of one operation, computed once for both ways of serving it; those for requests are in the
// receiver.
import type { FastifyRequest } from "fastify";
import {
  checkResponse,
  type GivenResponse,
  type ResponseRules,
  type WireResponse,
  wireResponse,
} from "../boundary/check-response.ts";
import { problemType, type RequestProblem } from "../boundary/problem.ts";
import type { ReadParameters } from "../boundary/read-parameters.ts";
import { RequestReceiver } from "../boundary/request-receiver.ts";
import type { ParameterProblem } from "../wire-parameter.ts";
import type { RequestHead } from "./message-head.ts";
import { utf8Text } from "./receive-body.ts";
import type { Served, Service } from "./served.ts";
import type { Exchange, WireProblem } from "./steps.ts";

/** Reads and validates the requests of an operation and serializes its responses. */
export class OperationBoundary {
  readonly served: Served;
  readonly responses: ResponseRules;
  readonly receiver: RequestReceiver<FastifyRequest>;
  readonly #service: Service;

  constructor(served: Served, service: Service) {
    const { operation, reader, responses, requests, forms } = served;
    this.served = served;
    this.#service = service;
    this.responses = { ...operation, validators: responses };
    this.receiver = new RequestReceiver(
      { ...operation, reader, validators: requests, forms },
      { guard: service.guard, limits: service.limits, decode: utf8Text },
    );
  }

  /** Returns the header fields that every response to a request has. */
  fieldsOf(request: FastifyRequest): Exchange["fields"] {
    const { announced } = this.served.operation;
    const fields = this.#service.fieldsOf(request);
    return announced === undefined ? fields : { ...announced, ...fields };
  }

  /** Reads the head of a request; its problems are added to the list. */
  parametersOf(
    head: RequestHead,
    rawPath: Readonly<Record<string, string>>,
    problems: RequestProblem[],
  ): ReadParameters {
    // Only parameters are read, and their problems have names.
    return this.receiver.read(head, rawPath, problems as ParameterProblem[]);
  }

  /** Returns the response to send. Throws a ResponseBreaksDocument. */
  response(given: GivenResponse, fields: Readonly<Record<string, unknown>>): WireResponse {
    return wireResponse(this.responses, given, this.#service.checkResponses, fields);
  }

  /**
   * Returns how a problem document violates the contract, if it does. It is the last response the server can
   * send, so this is never thrown.
   */
  breachOf(
    { status, headers, document: body }: WireProblem,
    fields: Readonly<Record<string, unknown>>,
  ): unknown {
    if (!this.#service.checkProblems) return undefined;
    try {
      checkResponse(this.responses, { status, headers: { ...fields, ...headers }, body, type: problemType });
      return undefined;
    } catch (breach) {
      return breach;
    }
  }
}
