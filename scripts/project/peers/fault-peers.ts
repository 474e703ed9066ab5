// Prints the table of the README that compares finders of faults: `node --import=tsx
// scripts/project/peers/fault-peers.ts [part of a name] [--every N]`. Each planted fault is one server; a
// tool has found it when it says something of that server that it does not say of the server without a fault.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFaulty } from "../faults/faulty-server.ts";
import { plantedFaults } from "../faults/planted-faults.ts";
import type { PlantedFault } from "../faults/planted-fault.ts";
import { dreddTool } from "./dredd-tool.ts";
import type { FaultTool } from "./fault-tool.ts";
import { portmanTool } from "./portman-tool.ts";
import { prismTool } from "./prism-tool.ts";

const args = process.argv.slice(2);
const [wanted = ""] = args.filter((arg) => !/^(--every|[0-9]+)$/.test(arg));
/** A sample of every n-th fault: three tools take most of a minute for each. */
const every = args.includes("--every") ? Number(args[args.indexOf("--every") + 1]) : 1;
const faults = plantedFaults
  .filter(({ name }) => name.includes(wanted))
  .filter((_, at) => at % every === every - 1);
const folder = mkdtempSync(join(tmpdir(), "fault-peers-"));
const write = (text: string): void => void process.stdout.write(`${text}\n`);
try {
  const tools: FaultTool[] = [];
  for (const make of [prismTool, dreddTool, portmanTool]) {
    const tool = await make(folder);
    if (tool !== undefined) tools.push(tool);
  }
  // Twice: a message that a tool prints only sometimes is not a finding.
  const usual = await allSaid(tools, undefined);
  for (const [name, said] of await allSaid(tools, undefined))
    for (const one of said) usual.get(name)?.add(one);
  const found = new Map(tools.map(({ name }) => [name, 0]));
  for (const fault of faults) {
    const all = await allSaid(tools, fault);
    const cells = [...all].map(([name, said]) => {
      const more = [...said].filter((one) => usual.get(name)?.has(one) !== true);
      if (more.length > 0) found.set(name, (found.get(name) ?? 0) + 1);
      return `${name}: ${more[0]?.slice(0, 90) ?? "–"}`;
    });
    write(`${fault.name}\n    ${cells.join("\n    ")}`);
  }
  for (const { name } of tools)
    write(
      `${name}: ${found.get(name) ?? 0} of ${faults.length}; of the server as it is: ${usual.get(name)?.size ?? 0}`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The messages of each tool about a server. */
async function allSaid(
  tools: readonly FaultTool[],
  fault: PlantedFault | undefined,
): Promise<Map<string, Set<string>>> {
  const server = await startFaulty(fault, { store: fault?.store ?? "memory", folder });
  const all = new Map<string, Set<string>>();
  try {
    for (const { name, complaints } of tools) all.set(name, new Set(await complaints(server.url)));
  } finally {
    await server.stop();
  }
  return all;
}
