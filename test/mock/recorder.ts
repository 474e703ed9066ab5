// A terminal that records its output.
import type { CommandIo } from "../../scripts/contract/cli/command.ts";

export function recorder(cwd: string = process.cwd()): {
  readonly out: string[];
  readonly err: string[];
  readonly io: CommandIo;
} {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    cwd,
    env: {},
  };
  return { out, err, io };
}
