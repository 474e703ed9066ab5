// Verifies the mocks of real documents, which should conform to them: any finding is a defect of the mock or
// of `verify`. `node --import=tsx scripts/project/documents/verify-documents.ts [part of a name] [--smallest
// number] [--budget seconds] [--all]`.
import { readDocument } from "../../contract/document/read-document.ts";
import { startMock, type StartedMock } from "../../contract/mock/start-mock.ts";
import { countOf } from "../../contract/verify/run/coverage.ts";
import type { Report } from "../../contract/verify/report/report.ts";
import { verify } from "../../contract/verify/verify.ts";
import { notFetched } from "../installed-apart.ts";
import { selectedDocuments } from "./real-documents.ts";

const args = process.argv.slice(2);
const at = args.indexOf("--budget");
const budget = at < 0 ? 30 : Number(args[at + 1]);
const write = (text: string): void => void process.stdout.write(`${text}\n`);

const documents = selectedDocuments(args);
if (documents === undefined) write(notFetched);
for (const { name, path } of documents ?? []) {
  try {
    tell(name, await verifiedMock(path));
  } catch (error) {
    write(`${name.padEnd(45)} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function verifiedMock(path: string): Promise<Report> {
  const document = await readDocument(path, { fillsEmpty: true });
  const plain = await startMock(path);
  const second = plain.credentials.map(({ scheme, value }) => ({ scheme, value: `${value}2` }));
  const both = [...plain.credentials.map(({ scheme, value }) => ({ scheme, value })), ...second];
  await plain.close();
  const mock = await startMock(path, { credentials: both });
  try {
    return await verify({ document, target: mock.origin, write: true, budget, ...accountsOf(mock) });
  } finally {
    await mock.close();
  }
}

function accountsOf(
  mock: StartedMock,
): Pick<Parameters<typeof verify>[0], "credentials" | "otherCredentials"> {
  const of = (tenant: string): Record<string, string> =>
    Object.fromEntries(
      mock.credentials.flatMap(({ scheme, value, tenant: own }) => (own === tenant ? [[scheme, value]] : [])),
    );
  const [credentials, otherCredentials] = [of("tenant-1"), of("tenant-2")];
  return Object.keys(otherCredentials).length === 0 ? { credentials } : { credentials, otherCredentials };
}

function tell(name: string, { findings, coverage, requests, seconds, isComplete }: Report): void {
  const { tried, all } = countOf(coverage.constraints());
  const operations = coverage.operations();
  const reached = operations.filter((one) => one.reached).length;
  write(
    `${name.padEnd(45)} ${findings.length} findings · ${reached} of ${operations.length} operations reached · ` +
      `${tried} of ${all} sides (${Math.floor(coverage.ratio() * 100)} %) · ${requests} requests in ${seconds.toFixed(0)} s${isComplete ? "" : ", ended by its budget"}`,
  );
  const shown = process.argv.includes("--all") ? findings : findings.slice(0, 6);
  for (const { check, operation, place, what, expected, got } of shown)
    write(
      `    ${check}  ${operation.label}  ${place}  ${what}: expected ${expected}; got ${got}`.slice(0, 420),
    );
}
