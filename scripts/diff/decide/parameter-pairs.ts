// Parameters of one operation in both documents, aligned: by place and name, in paths by position.
import type { WireParameter, WirePlace } from "../exchange/wire-parameter.ts";
import type { OperationPair } from "./settings.ts";

export interface ParameterPair {
  /** `query/limit`, `path/0`: equal in both documents. */
  readonly key: string;
  readonly place: WirePlace;
  /** What a reader sees: the name that head uses, else base. */
  readonly name: string;
  readonly base: WireParameter | undefined;
  readonly head: WireParameter | undefined;
}

export function parameterPairs(pair: OperationPair): ParameterPair[] {
  const base = keyed(pair.base.parameters, pair.base.template.names);
  const head = keyed(pair.head.parameters, pair.head.template.names);
  return [...new Set([...base.keys(), ...head.keys()])].flatMap((key): ParameterPair[] => {
    const [before, after] = [base.get(key), head.get(key)];
    const either = after ?? before;
    return either === undefined
      ? []
      : [{ key, place: either.place, name: either.name, base: before, head: after }];
  });
}

/** The key of a parameter within its operation. */
export function parameterKey(parameter: WireParameter, names: readonly string[]): string {
  const { place, name } = parameter;
  return place === "path" ? `path/${names.indexOf(name)}` : `${place}/${name}`;
}

function keyed(parameters: readonly WireParameter[], names: readonly string[]): Map<string, WireParameter> {
  return new Map(parameters.map((parameter) => [parameterKey(parameter, names), parameter]));
}
