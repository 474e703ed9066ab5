// Decides the parameters of a request: which are required, which are still read, and whether they may be
// empty. Their values are decided in `decide-parameter-schema.ts`.
import { carries } from "../../exchange/security-alternative.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { ruleOf } from "../rules/table.ts";
import { buildRequest } from "./build-request.ts";
import { byRevision, type Context, flowOf, type OperationPair } from "./context.ts";
import { schemaDrafts } from "./decide-parameter-schema.ts";
import type { Draft } from "./draft.ts";
import { draft, type ParameterAt, witnessed } from "./parameter-draft.ts";
import { parameterPairs } from "./parameter-pairs.ts";

/** Returns the findings about the parameters of an operation that both documents have. */
export function decideParameters(context: Context, pair: OperationPair): Draft[] {
  const flow = flowOf(pair, "request");
  return parameterPairs(pair).flatMap((parameters) => {
    const at = { context, pair, flow, parameters };
    const [sent, read] = [parameters[flow.sender], parameters[flow.receiver]];
    if (sent === undefined) return read !== undefined && isNeeded(read) ? requiredDraft(at) : [];
    if (read === undefined)
      return [
        {
          ...draft(at, ruleOf("parameter-removed"), { base: sent.name, head: undefined }),
          verdict: "notice",
        },
      ];
    return [
      ...(isNeeded(read) && !(read.required ? sent.required : isNeeded(sent)) ? requiredDraft(at) : []),
      ...emptyDraft(at, sent, read),
      ...schemaDrafts(at, sent, read),
    ];
  });
}

/** True if a request needs the parameter: itself, or the object that it is a property of. */
function isNeeded({ required, owner }: WireParameter): boolean {
  return required || owner?.isNeeded === true;
}

/**
 * Returns the finding for a request without the parameter: valid for its sender, rejected by its receiver.
 */
function requiredDraft(at: ParameterAt): Draft[] {
  const change = byRevision(at.flow, {
    sender: at.parameters[at.flow.sender] === undefined ? undefined : false,
    receiver: true,
  });
  const made = draft(at, ruleOf("parameter-required"), change);
  const { security } = at.pair[at.flow.sender];
  const without = security.filter((alternative) => !carries(alternative, at.parameters));
  if (without.length === 0)
    return [{ ...made, verdict: "notice", reason: "every request carries it as its API key" }];
  const request = buildRequest(at.context, at.pair, {
    parameter: { key: at.parameters.key, value: undefined },
    beside: siblings(at),
    ...(without.length < security.length ? { credentials: without[0] ?? [] } : {}),
  });
  return witnessed(at, made, request);
}

/**
 * Returns another member of the object that the receiver reads the parameter from, so that the object is
 * present at all.
 */
function siblings({ pair, flow, parameters }: ParameterAt): string[] {
  const owner = parameters[flow.receiver]?.owner?.name;
  if (owner === undefined) return [];
  const others = parameterPairs(pair).filter(
    (one) =>
      one.key !== parameters.key &&
      one[flow.receiver]?.owner?.name === owner &&
      one[flow.sender] !== undefined,
  );
  return others.slice(0, 1).map(({ key }) => key);
}

/** Returns the finding for an empty value, which only the sender allows. */
function emptyDraft(at: ParameterAt, sent: WireParameter, read: WireParameter): Draft[] {
  if (!sent.allowEmptyValue || read.allowEmptyValue) return [];
  const request = buildRequest(at.context, at.pair, { parameter: { key: at.parameters.key, value: "" } });
  return witnessed(
    at,
    draft(at, ruleOf("empty-value"), byRevision(at.flow, { sender: true, receiver: false })),
    request,
  );
}
