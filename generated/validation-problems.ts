// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { ValidationError } from "./validators.js";

/** A problem of a body, located by JSON pointer (RFC 6901). */
export interface BodyProblem {
  readonly in: "body";
  readonly pointer: string;
  readonly detail: string;
}

/** A problem of a parameter. */
export interface PlacedProblem<Place extends string> {
  readonly in: Place;
  readonly name: string;
  readonly detail: string;
}

/** Returns the problems of the body. */
export function bodyProblems(errors: readonly ValidationError[]): BodyProblem[] {
  return errors.flatMap((error) => {
    // This error only reports that a name was rejected; the preceding one reports which name, and why.
    if (error.keyword === "propertyNames") return [];
    return [{ in: "body" as const, pointer: locationOf(error), detail: sentenceOf(error) }];
  });
}

/**
 * Returns the problems of parameters, which are validated as one object per location (`in`): the first
 * segment of the pointer is the name.
 */
export function parameterProblems<Place extends string>(
  place: Place,
  errors: readonly ValidationError[],
): PlacedProblem<Place>[] {
  return errors.map((error) => ({ in: place, name: parameterName(error), detail: sentenceOf(error) }));
}

/**
 * Returns the message, with the name that a `propertyNames` error is about: Ajv's own message would be about
 * the value.
 */
function sentenceOf({ message = "is not valid", propertyName }: ValidationError): string {
  return propertyName === undefined ? message : `property name ${message}`;
}

/** Returns the location. An additional field, or one with an invalid name, is a location itself. */
function locationOf(error: ValidationError): string {
  const name = error.propertyName ?? surplusField(error);
  return name === undefined ? error.instancePath : `${error.instancePath}/${escapeSegment(name)}`;
}

function surplusField({ keyword, params }: ValidationError): string | undefined {
  if (keyword === "additionalProperties") return String(params["additionalProperty"]);
  if (keyword === "unevaluatedProperties") return String(params["unevaluatedProperty"]);
  return undefined;
}

function parameterName(error: ValidationError): string {
  if (error.keyword === "required") return String(error.params["missingProperty"]);
  const [, first = ""] = locationOf(error).split("/");
  return first.replaceAll("~1", "/").replaceAll("~0", "~");
}

function escapeSegment(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}
