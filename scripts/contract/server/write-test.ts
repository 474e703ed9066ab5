// Writes the test that `contract server --with-test` puts next to the generated folder: written once, and
// then maintained by the user.
import { writeFile } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { checkOwnTarget } from "../cli/write-target.ts";
import { type Code, emit } from "../generate/code.ts";
import { printString } from "../generate/literal.ts";

const name = "contract.test.ts";

/** Returns the path of the file, and its name; undefined if it exists already. */
export async function writeTest(
  cwd: string,
  { folder, out, document }: { readonly folder: string; readonly out: string; readonly document: string },
): Promise<string | undefined> {
  const file = join(dirname(folder), name);
  const shown = join(dirname(out), name);
  await checkOwnTarget(cwd, file, shown);
  const text = testOf(document, basename(folder));
  try {
    await writeFile(file, text, { flag: "wx" });
    return shown.split(sep).join("/");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  }
}

function testOf(document: string, folder: string): Code {
  return emit`// Validates the server against its document. Written once by contract server --with-test; yours to change from here on.
import test from "node:test";
import { fastify } from "fastify";
import { verifyApp } from "sender-pools-contract/verify";
import { addOperations, serverOptions } from ${printString(`./${folder}/server.ts`)};
import { authenticate, handlers } from "./handlers.ts"; // yours

const app = fastify({ ...serverOptions });
addOperations(app, { authenticate }, handlers);
test("the server conforms to its document", () => verifyApp(app, ${printString(document)}));
`;
}
