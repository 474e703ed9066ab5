// Proposes edits of head that may fix a break, the smallest first. Each is then verified by a new comparison.
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import type { Finding } from "../comparison.ts";
import { type EqualClosure, equalClosure } from "../equal-closure.ts";
import { type Atom, bothList, lateAtoms, narrowingAtoms, restoringAtoms, wideningAtoms } from "./atoms.ts";
import { type Edit, editSize } from "./edit.ts";
import { Importer } from "./importer.ts";
import { type Level, levelsOf } from "./levels.ts";
import { specialEdits } from "./special-edits.ts";
import { slotOf, withPart } from "./slot.ts";
import { stepsBetween } from "./stepwise.ts";

/** Both documents; head includes the edits chosen so far. */
export interface Repairing {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  readonly same: EqualClosure;
}

export function repairingOf(base: OpenApiDocument, head: OpenApiDocument): Repairing {
  return { base, head, same: equalClosure(base.root, head.root) };
}

/** Cost of giving an operation its own copy of something shared. */
const apartFromOthers = 40;

/** Maximum number of edits tried for one break. */
const mostCandidates = 160;

/** True if a receiver of head must accept more, false if a sender of head must send less. */
export function isWidening({ witness, side }: Finding): boolean {
  return witness === undefined ? side === "request" : witness.sender === "base";
}

export function candidates(finding: Finding, repairing: Repairing): Edit[] {
  const { base, head } = repairing;
  const widens = isWidening(finding);
  // Restoring an operation is a single edit, and it marks the operation as deprecated.
  const levels = finding.rule === "operation-removed" ? [] : levelsOf(finding, base.root, head.root);
  const sized = (edits: readonly Edit[], more: number) =>
    edits.map((edit) => ({ edit, size: more + editSize(head.root, edit.steps) }));
  const all = [
    ...sized(specialEdits(finding, repairing), 0),
    ...sized(
      levels.flatMap((level) => levelEdits(level, repairing, widens)),
      0,
    ),
    ...sized(slotEdits(finding, repairing, widens), apartFromOthers),
  ];
  return distinct(all.sort((a, b) => a.size - b.size).map(({ edit }) => edit)).slice(0, mostCandidates);
}

function distinct(edits: readonly Edit[]): Edit[] {
  const found = new Map<string, Edit>();
  for (const edit of edits) {
    if (edit.steps.length === 0) continue;
    const key = JSON.stringify(edit.steps.map(({ pointer, value }) => [pointer, value ?? "-"]));
    if (!found.has(key)) found.set(key, edit);
  }
  return [...found.values()];
}

/** Returns edits of a node in place, for all its users. */
function levelEdits(level: Level, repairing: Repairing, widens: boolean): Edit[] {
  const { pointer, node } = level.head;
  return nodeEdits(level.base.node, node, { repairing, widens, isSchema: level.type === "schema" }).map(
    ({ does, node: edited, steps }) => ({ does, steps: [...stepsBetween(pointer, node, edited), ...steps] }),
  );
}

interface NodeEdit {
  readonly does: string;
  readonly node: Json;
  /** Steps for the components that an edit imports. */
  readonly steps: Edit["steps"];
}

interface Editing {
  readonly repairing: Repairing;
  readonly widens: boolean;
  readonly isSchema: boolean;
}

/** Returns the possible edits of one node. */
export function nodeEdits(base: JsonObject, head: JsonObject, editing: Editing): NodeEdit[] {
  const { repairing, widens, isSchema } = editing;
  const made = (does: string, make: (bring: (node: Json) => Json) => Json): NodeEdit => {
    const importer = new Importer(repairing.base.root, repairing.head.root, repairing.same);
    const node = make((one) => importer.node(one));
    return { does, node, steps: importer.steps };
  };
  const apart = isSchema && widens && bothList(base, head) ? ["enum", "const"] : [];
  // Changes that import components collect them only when they are built.
  const atomsWith = (bring: (node: Json) => Json): Atom[] => [
    ...(isSchema && widens ? wideningAtoms(base, head, bring) : []),
    ...(isSchema && !widens ? narrowingAtoms(base, head) : []),
    ...restoringAtoms(base, head, { same: repairing.same, bring, apart }),
    ...(isSchema && widens ? lateAtoms(base, head) : []),
  ];
  const plain = atomsWith((node) => node);
  const singles = plain.map(({ does }, at) => made(does, (bring) => atomsWith(bring)[at]!.change(head)));
  const few = plain.length <= mostInPairs ? [...plain.keys()] : [];
  const pairs = few.flatMap((one) =>
    few
      .filter((other) => other > one)
      .map((other) =>
        made(`${plain[one]!.does}, ${plain[other]!.does}`, (bring) => {
          const atoms = atomsWith(bring);
          return atoms[other]!.change(atoms[one]!.change(head));
        }),
      ),
  );
  const wholes = [
    ...(isSchema && widens
      ? [made("accepts the old schema as well as the new one", (bring) => ({ anyOf: [head, bring(base)] }))]
      : []),
    ...(isSchema && !widens
      ? [made("sends what the old schema allows, too", (bring) => ({ allOf: [head, bring(base)] }))]
      : []),
    made("is as it was", (bring) => bring(base)),
  ];
  return [...singles, ...pairs, ...wholes];
}

const mostInPairs = 7;

/**
 * Returns the same edits for one operation alone, if the node is shared and would change for all its users.
 */
function slotEdits(finding: Finding, repairing: Repairing, widens: boolean): Edit[] {
  const [old, young] = [repairing.base, repairing.head].map((document) => slotOf(finding, document));
  if (old === undefined || young === undefined) return [];
  const ends = young.ends.flatMap((end, at) => {
    const before = old.ends[at] ?? old.ends.at(-1);
    return before === undefined ? [] : [{ end, before }];
  });
  return ends.flatMap(({ end, before }) =>
    nodeEdits(before.node, end.node, { repairing, widens, isSchema: true }).map(({ does, node, steps }) => {
      const whole = withPart(young, end.steps, node, repairing.head.root);
      return {
        does: `${does}, in this operation`,
        steps: whole === undefined ? [] : [{ pointer: young.pointer, value: whole }, ...steps],
      };
    }),
  );
}
