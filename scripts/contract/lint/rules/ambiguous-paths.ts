// ambiguous-paths: no URL may match two paths; `/pools/{id}` beside `/pools/mine` requires IDs that cannot be
// "mine".
import type { JsonObject } from "../../document/document.ts";
import type { Operation } from "../../document/operations.ts";
import { childPointer, isObject, type Located } from "../../document/pointer.ts";
import type { LintContext, Rule } from "../rule.ts";

export const ambiguousPaths: Rule = {
  id: "ambiguous-paths",
  summary:
    "No URL matches two paths: patterns of path parameters exclude the literal segments at their position.",
  *check(context) {
    const before = new PathTree();
    for (const path of pathsOf(context.operations)) {
      const found: Path[] = [];
      for (const other of before.similarTo(path)) {
        if (overlap(other, path, context)) found.push(other);
        if (found.length === mostTold) break;
      }
      for (const { template } of found.sort((left, right) => left.index - right.index)) {
        const pointer = childPointer("/paths", path.template);
        yield { pointer, message: `some URLs match both ${path.template} and ${template}` };
      }
      before.add(path);
    }
  },
};

/** Maximum number of similar paths that are reported for one path. */
const mostTold = 10;

interface Path {
  readonly template: string;
  /** Its index among all paths. */
  readonly index: number;
  readonly segments: readonly string[];
  /** Parameter name → its declaration. */
  readonly parameters: ReadonlyMap<string, Located<JsonObject>>;
}

interface Branch {
  readonly literal: Map<string, Branch>;
  templated: Branch | undefined;
  /** The paths that end at this branch. */
  readonly paths: Path[];
}

function emptyBranch(): Branch {
  return { literal: new Map(), templated: undefined, paths: [] };
}

/** A tree of paths by segment, so that paths that cannot be similar are never compared. */
class PathTree {
  readonly #root = emptyBranch();

  add(path: Path): void {
    let branch = this.#root;
    for (const segment of path.segments) {
      const known = segment.includes("{") ? branch.templated : branch.literal.get(segment);
      const next = known ?? emptyBranch();
      if (segment.includes("{")) branch.templated = next;
      else branch.literal.set(segment, next);
      branch = next;
    }
    branch.paths.push(path);
  }

  /** Returns the paths with the same number of segments and no two different literals in one position. */
  similarTo({ segments }: Path): Iterable<Path> {
    return below(this.#root, segments, 0);
  }
}

function* below(branch: Branch, segments: readonly string[], index: number): Generator<Path> {
  const segment = segments[index];
  if (segment === undefined) {
    yield* branch.paths;
    return;
  }
  if (branch.templated !== undefined) yield* below(branch.templated, segments, index + 1);
  const literal = branch.literal.get(segment);
  const others = segment.includes("{") ? branch.literal.values() : literal === undefined ? [] : [literal];
  for (const next of others) yield* below(next, segments, index + 1);
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
    paths.set(template, { template, index: paths.size, segments: template.split("/"), parameters: named });
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

/**
 * Returns true if a templated segment can match a literal one. A segment with text around its expressions is
 * compared by that text only.
 */
function accepts(path: Path, template: string, literal: string, { instances }: LintContext): boolean {
  const name = /^\{([^{}]+)\}$/.exec(template)?.[1];
  const parameter = name === undefined ? undefined : path.parameters.get(name);
  if (parameter === undefined || !isObject(parameter.node["schema"])) return fits(template, literal);
  const pointer = childPointer(parameter.pointer, "schema");
  // A path parameter may have any type: the value is the text itself, or the number that it represents.
  return [literal, Number(literal)].some(
    (value) => !Number.isNaN(value) && instances.problems(pointer, value).length === 0,
  );
}

function fits(template: string, literal: string): boolean {
  const parts = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "u").test(literal);
}
