// Pairs an operation under a literal path with one under a template that matches the path.
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { candidates } from "../../exchange/operation-index.ts";
import { decode } from "../../exchange/parse-wire.ts";
import { pathTemplate } from "../../exchange/path-template.ts";
import { wireParameter } from "../../exchange/wire-parameter.ts";
import { compareTemplates } from "../../runtime/boundary/path-order.ts";
import type { OperationPair } from "./context.ts";

/**
 * Returns the pair of `operation`, its literal segments read as values, and the most specific operation of
 * the other document whose template matches its path.
 */
export function takenByTemplate(operation: ApiOperation, other: Api): OperationPair | undefined {
  if (operation.caller === "provider") return undefined;
  const takers = candidates(other, operation.source.method, operation.template.key.split("/"))
    .filter((other) => other.template.names.length > operation.template.names.length)
    .flatMap((head) => {
      const base = asTemplate(operation, head);
      return base === undefined ? [] : [{ base, head }];
    });
  return takers.sort(
    ({ head: { template: a } }, { head: { template: b } }) =>
      a.names.length - b.names.length || compareTemplates(a.text, b.text),
  )[0];
}

function asTemplate(operation: ApiOperation, taker: ApiOperation): ApiOperation | undefined {
  const [own, theirs] = [operation, taker].map(({ template }) => template.text.split("/"));
  if (own === undefined || theirs?.length !== own.length) return undefined;
  const literals: [string, string][] = [];
  const segments: string[] = [];
  for (const [at, segment] of own.entries()) {
    const wanted = theirs[at] ?? "";
    const takesAny = /^\{[^{}]*\}$/.test(wanted);
    const isLiteral = !segment.includes("{");
    if (takesAny && isLiteral && segment !== "") {
      const name = `(segment ${at})`;
      literals.push([name, segment]);
      segments.push(`{${name}}`);
    } else if (pathTemplate(segment).key === pathTemplate(wanted).key) segments.push(segment);
    else return undefined;
  }
  return {
    ...operation,
    template: pathTemplate(segments.join("/")),
    parameters: [
      ...operation.parameters,
      ...literals.flatMap(([name, text]) => literalParameter(operation, name, text)),
    ],
  };
}

function literalParameter({ source: { pointer } }: ApiOperation, name: string, text: string) {
  const node = { name, in: "path", required: true, schema: { const: decode(text) } };
  return wireParameter({ pointer, node }) ?? [];
}
