// Which body the errors of each status have.
import type { Plan } from "../plan.ts";
import { printString } from "../literal.ts";
import type { ModelTypes } from "./model-types.ts";

/** The interface `Problems`: for every status of an error, what its JSON bodies are in any operation. */
export function printProblems({ operations }: Plan, models: ModelTypes): string {
  const byStatus = new Map<number, Set<string>>();
  for (const { id, responses } of operations) {
    for (const { status, content } of responses) {
      const json = content.find(({ mediaType }) => mediaType.endsWith("json"));
      if (!/^[45]\d\d$/.test(status) || json === undefined) continue;
      const source = `Output<operations[${printString(id)}]["responses"][${status}]["content"][${printString(json.mediaType)}]>`;
      const types = byStatus.get(Number(status)) ?? new Set<string>();
      byStatus.set(Number(status), types.add(models.nameOf(json.schema, "Output") ?? source));
    }
  }
  const members = [...byStatus]
    .sort(([left], [right]) => left - right)
    .map(([status, types]) => `  ${status}: ${unionOf(types)};\n`);
  const all = new Set([...byStatus.values()].flatMap((types) => [...types]));
  return `/** The problem that errors of each status tell of. */\nexport interface Problems {\n${members.join("")}}

/** The problem that errors tell of when nothing is known about their status. */\nexport type AnyProblem = ${unionOf(all)};\n`;
}

/** A union of more types than anybody can tell apart (nor the compiler, in a large document) says nothing of its members. */
function unionOf(types: ReadonlySet<string>): string {
  return types.size === 0 || types.size > 8 ? "Record<string, unknown>" : [...types].join(" | ");
}
