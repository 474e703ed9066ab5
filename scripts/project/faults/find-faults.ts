// Plants faults one after another, and runs `contract verify` against each server.
import type { OpenApiDocument } from "../../contract/document/document.ts";
import { readDocument } from "../../contract/document/read-document.ts";
import { assertLiquid } from "../../contract/proxy/assert-liquid.ts";
import { verify } from "../../contract/verify/verify.ts";
import { startFaulty, verifyAccounts } from "./faulty-server.ts";
import type { PlantedFault } from "./planted-fault.ts";

/** Findings in one server; none if the fault was missed. */
export interface FoundFault {
  /** Undefined for the unchanged server. */
  readonly fault: PlantedFault | undefined;
  readonly store: "memory" | "sqlite";
  readonly findings: readonly string[];
}

/** Yields the findings for the unchanged server with both stores, then for each fault. */
export async function* findFaults(
  faults: readonly PlantedFault[],
  folder: string,
): AsyncGenerator<FoundFault> {
  const document = await readDocument("spec/openapi.yaml");
  await assertLiquid(document);
  for (const store of ["memory", "sqlite"] as const)
    yield { fault: undefined, store, findings: await foundIn(document, undefined, { store, folder }) };
  for (const fault of faults) {
    const { store = "memory" } = fault;
    yield { fault, store, findings: await foundIn(document, fault, { store, folder }) };
  }
}

async function foundIn(
  document: OpenApiDocument,
  fault: PlantedFault | undefined,
  where: Parameters<typeof startFaulty>[1],
): Promise<string[]> {
  const server = await startFaulty(fault, where);
  try {
    const { findings } = await verify({
      document,
      target: server.url,
      write: true,
      failFast: true,
      ...verifyAccounts,
    });
    return findings.map(({ check, operation, place }) => `${check} ${operation.label} ${place}`);
  } finally {
    await server.stop();
  }
}
