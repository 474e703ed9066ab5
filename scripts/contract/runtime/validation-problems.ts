// From what the generated validators find to a list of problems: Ajv's sentences, each with its place.
import type { ValidationError } from "./validator-types.ts";

/** Something wrong with a body, placed by JSON pointer (RFC 6901). */
export interface BodyProblem {
  readonly in: "body";
  readonly pointer: string;
  readonly detail: string;
}

/** Something wrong with a parameter. */
export interface PlacedProblem<Place extends string> {
  readonly in: Place;
  readonly name: string;
  readonly detail: string;
}

/** Problems of the body. */
export function bodyProblems(errors: readonly ValidationError[]): BodyProblem[] {
  return errors.flatMap((error) => {
    // It only says that a name was refused; the error before it says which name, and why.
    if (error.keyword === "propertyNames") return [];
    return [{ in: "body" as const, pointer: locationOf(error), detail: sentenceOf(error) }];
  });
}

/** Problems of parameters, which are validated as one object a place: the first segment of the pointer is the name. */
export function parameterProblems<Place extends string>(
  place: Place,
  errors: readonly ValidationError[],
): PlacedProblem<Place>[] {
  return errors.map((error) => ({ in: place, name: parameterName(error), detail: sentenceOf(error) }));
}

/** The sentence, with the name that a `propertyNames` error is about: Ajv's own would speak of the value. */
function sentenceOf({ message = "is not valid", propertyName }: ValidationError): string {
  return propertyName === undefined ? message : `property name ${message}`;
}

/** A field that should not be there, or has a name it should not have, is a place itself. */
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
