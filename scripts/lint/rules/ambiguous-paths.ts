// ambiguous-paths: no URL may belong to two paths; `/pools/{id}` beside `/pools/mine` needs IDs that cannot be "mine".
import type { JsonObject } from "../../document/document.ts";
import type { Operation } from "../../document/operations.ts";
import { childPointer, isObject, type Located } from "../../document/pointer.ts";
import type { LintContext, Rule } from "../rule.ts";

export const ambiguousPaths: Rule = {
  id: "ambiguous-paths",
  summary: "No URL matches two paths: patterns of path parameters exclude the literal segments beside them.",
  *check(context) {
    const paths = pathsOf(context.operations);
    for (const [index, path] of paths.entries()) {
      for (const other of paths.slice(index + 1)) {
        if (!overlap(path, other, context)) continue;
        const pointer = childPointer("/paths", other.template);
        yield { pointer, message: `some URLs match both ${other.template} and ${path.template}` };
      }
    }
  },
};

interface Path {
  readonly template: string;
  readonly segments: readonly string[];
  /** Parameter name → its declaration. */
  readonly parameters: ReadonlyMap<string, Located<JsonObject>>;
}

function pathsOf(operations: readonly Operation[]): Path[] {
  const paths = new Map<string, Path>();
  for (const { path: template, parameters } of operations) {
    if (paths.has(template)) continue;
    const inPath = parameters.filter(({ node }) => node["in"] === "path");
    const named = new Map(
      inPath.flatMap((parameter): [string, Located<JsonObject>][] => {
        const { name } = parameter.node;
        return typeof name === "string" ? [[name, parameter]] : [];
      }),
    );
    paths.set(template, { template, segments: template.split("/"), parameters: named });
  }
  return [...paths.values()];
}

function overlap(left: Path, right: Path, context: LintContext): boolean {
  if (left.segments.length !== right.segments.length) return false;
  return left.segments.every((segment, index) => {
    const other = right.segments[index] ?? "";
    if (segment.includes("{")) return other.includes("{") || accepts(left, segment, other, context);
    return other.includes("{") ? accepts(right, other, segment, context) : segment === other;
  });
}

/** Whether a templated segment can stand for a literal one. One with text around its expressions is only compared by that. */
function accepts(path: Path, template: string, literal: string, { instances }: LintContext): boolean {
  const name = /^\{([^{}]+)\}$/.exec(template)?.[1];
  const parameter = name === undefined ? undefined : path.parameters.get(name);
  if (parameter === undefined || !isObject(parameter.node["schema"])) return fits(template, literal);
  const pointer = childPointer(parameter.pointer, "schema");
  // A value of any type may come out of a path: the text itself, or the number it spells.
  return [literal, Number(literal)].some(
    (value) => !Number.isNaN(value) && instances.problems(pointer, value).length === 0,
  );
}

function fits(template: string, literal: string): boolean {
  const parts = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "u").test(literal);
}
