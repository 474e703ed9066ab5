// Validates each document's own examples against the other document: a valid example must stay valid.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { childPointer, follow, isArray, isObject } from "../../document/pointer.ts";
import type { Finding } from "../comparison.ts";
import { alignOperations } from "../decide/align-operations.ts";
import type { OperationPair } from "../decide/context.ts";
import { type ApiContent, readApi } from "../../exchange/api.ts";
import { speakingFor } from "../../exchange/media-range.ts";
import { fingerprint } from "../fingerprint.ts";
import { ruleOf } from "../rules/table.ts";
import { accepts } from "../../containment/confirm.ts";

const rule = ruleOf("example-rejected").id;

interface Example {
  readonly value: Json;
  readonly pointer: string;
}

/**
 * Returns base's examples of requests that head rejects, and head's examples of responses that base does not
 * allow. Examples that their own document rejects prove nothing, and are left to the linter.
 */
export function findRejectedExamples(base: OpenApiDocument, head: OpenApiDocument): Finding[] {
  const { pairs } = alignOperations(readApi(base), readApi(head));
  const findings = pairs.flatMap((pair) => [
    ...rejected(pair, "request", "body", pair.base.body?.contents ?? [], pair.head.body?.contents ?? []),
    ...pair.head.responses.flatMap((response) => {
      const before = pair.base.responses.find(({ status }) => status === response.status);
      return before
        ? rejected(pair, "response", `${response.status}/body`, response.contents, before.contents)
        : [];
    }),
  ]);
  return findings.map(({ pointer, sender, ...finding }) => {
    const document = sender === "base" ? base : head;
    return { ...finding, [sender]: { pointer, source: document.locate(pointer) } };
  });
}

/** Returns examples in `sent` that `received` rejects; one finding for each location. */
function rejected(
  pair: OperationPair,
  side: "request" | "response",
  place: string,
  sent: readonly ApiContent[],
  received: readonly ApiContent[],
): (Finding & { readonly pointer: string; readonly sender: "base" | "head" })[] {
  const [sender, receiver] = side === "request" ? [pair.base, pair.head] : [pair.head, pair.base];
  const accepted = (root: JsonObject, { schema }: ApiContent, value: Json) =>
    accepts({ root, ...schema, view: side, closed: false }, value);
  return sent.flatMap((content) => {
    const counterpart = speakingFor(received, content.range);
    if (counterpart === undefined) return [];
    return examplesOf(sender.root, content)
      .filter(({ value }) => accepted(sender.root, content, value).valid)
      .flatMap(({ value, pointer }) => {
        const { valid, errors, undecidable } = accepted(receiver.root, counterpart, value);
        if (valid || undecidable !== undefined) return [];
        return {
          verdict: "breaking" as const,
          operation: pair.head.label,
          side,
          place,
          rule,
          action: "changed",
          detail: "",
          fingerprint: fingerprint({ operation: pair.base.key, side, place, rule }),
          base: undefined,
          head: undefined,
          witness: undefined,
          policy: "sdk" as const,
          reason: `${side === "request" ? "head rejects base's" : "base does not allow head's"} own example: ${errors.join("; ")}`,
          oasdiff: undefined,
          pointer,
          sender: side === "request" ? ("base" as const) : ("head" as const),
        };
      })
      .slice(0, 1);
  });
}

/** Returns `example`, `examples` and the schema's `examples`, each with its location. */
function examplesOf(root: JsonObject, { pointer, node, schema }: ApiContent): Example[] {
  const named = isObject(node["examples"]) ? Object.entries(node["examples"]) : [];
  const found = named.flatMap(([name, example]): Example[] => {
    if (example === undefined) return [];
    const at = follow(root, { pointer: childPointer(pointer, "examples", name), node: example });
    return isObject(at.node) && at.node["value"] !== undefined
      ? [{ value: at.node["value"], pointer: childPointer(at.pointer, "value") }]
      : [];
  });
  if (node["example"] !== undefined) {
    found.push({ value: node["example"], pointer: childPointer(pointer, "example") });
  }
  if (schema.pointer === undefined) return found;
  const at = follow(root, { pointer: schema.pointer, node: schema.schema });
  const examples = isObject(at.node) && isArray(at.node["examples"]) ? at.node["examples"] : [];
  return [
    ...found,
    ...examples.map((value, index) => ({
      value,
      pointer: childPointer(at.pointer, "examples", String(index)),
    })),
  ];
}
