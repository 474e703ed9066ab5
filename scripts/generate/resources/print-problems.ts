// Which body the errors of each status have.
import { type Code, emit, joinCode } from "../code.ts";
import type { Plan } from "../plan.ts";
import { printString } from "../literal.ts";
import type { ModelTypes } from "./model-types.ts";

/** The interface `Problems`: for every status of an error, what its JSON bodies are in any operation. */
export function printProblems({ operations }: Plan, models: ModelTypes): Code {
  const byStatus = new Map<number, Set<Code>>();
  for (const { id, responses } of operations) {
    for (const { status, content } of responses) {
      const json = content.find(({ mediaType }) => mediaType.endsWith("json"));
      if (!/^[45]\d\d$/.test(status) || json === undefined) continue;
      const source = emit`Output<operations[${printString(id)}]["responses"][${Number(status)}]["content"][${printString(json.mediaType)}]>`;
      const types = byStatus.get(Number(status)) ?? new Set<Code>();
      byStatus.set(Number(status), types.add(models.nameOf(json.schema, "Output") ?? source));
    }
  }
  const members = [...byStatus]
    .sort(([left], [right]) => left - right)
    .map(([status, types]) => emit`  ${status}: ${unionOf(types)};\n`);
  const all = new Set([...byStatus.values()].flatMap((types) => [...types]));
  return emit`/** The problem that errors of each status tell of. */\nexport interface Problems {\n${members}}

/** The problem that errors tell of when nothing is known about their status. */\nexport type AnyProblem = ${unionOf(all)};\n`;
}

/** A union of more types than anybody can tell apart (nor the compiler, in a large document) says nothing of its members. */
function unionOf(types: ReadonlySet<Code>): Code {
  return types.size === 0 || types.size > 8 ? emit`Record<string, unknown>` : joinCode(types, emit` | `);
}
