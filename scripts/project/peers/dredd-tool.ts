// Dredd: the examples of a document, sent one after another. https://github.com/apiaryio/dredd
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { installedApart } from "../installed-apart.ts";
import type { FaultTool } from "./fault-tool.ts";

const version = "14.1.0";

/** Undefined when it cannot be fetched. */
export function dreddTool(folder: string): FaultTool | undefined {
  const root = installedApart([`dredd@${version}`], 300_000);
  if (root === undefined) return undefined;
  const document = join(folder, "openapi-3.0.json");
  writeFileSync(
    document,
    JSON.stringify(asThreeZero(JSON.parse(readFileSync("generated/openapi.json", "utf8")))),
  );
  const program = join(root, "node_modules/dredd/bin/dredd");
  const user = `${demoAccount.accountId}:${demoAccount.authToken}`;
  return {
    name: `Dredd ${version}`,
    complaints: async (url) => {
      const flags = [document, url, "--user", user, "--sorted", "--no-color"];
      // Into a file: it ends without waiting for a pipe to take what it printed.
      const output = join(folder, "dredd.txt");
      const file = openSync(output, "w");
      const child = spawn(process.execPath, ["--no-warnings", program, ...flags], {
        cwd: folder,
        stdio: ["ignore", file, file],
        timeout: 120_000,
      });
      await once(child, "close");
      closeSync(file);
      const text = readFileSync(output, "utf8");
      if (!text.includes("complete: ")) throw new Error(`dredd: ${text.slice(-600)}`);
      return [...text.matchAll(/^(?:fail|error): (.*?)(?: duration: .*)?$/gm)].map(([, name = ""]) => name);
    },
  };
}

type Node = Record<string, unknown>;

/**
 * The document as Dredd can read it, which knows neither OpenAPI 3.1 nor references in every place: 3.0,
 * everything where it is used.
 */
function asThreeZero(document: unknown): object {
  const root = document as Node & { readonly components: Node };
  const at = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split("/")
      .reduce<unknown>((node, key) => (node as Node)[key.replaceAll("~1", "/").replaceAll("~0", "~")], root);
  const whole = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(whole);
    if (typeof node !== "object" || node === null) return node;
    const { $ref, ...members } = node as Node;
    if (typeof $ref === "string") return whole(at($ref));
    const all: Node = Object.fromEntries(
      Object.entries(members).map(([name, member]) => [name, name === "links" ? undefined : whole(member)]),
    );
    const { type, examples, const: only } = all;
    if (Array.isArray(type))
      Object.assign(all, { type: type.find((one) => one !== "null") as string, nullable: true });
    if (Array.isArray(examples))
      Object.assign(all, { example: (examples as readonly unknown[])[0], examples: undefined });
    if (only !== undefined && type !== undefined) Object.assign(all, { enum: [only], const: undefined });
    // Parameters are sent by their own examples only.
    const { example } = (all["schema"] ?? {}) as Node;
    if (all["in"] !== undefined && example !== undefined) all["example"] = example;
    return { ...all, propertyNames: undefined };
  };
  const { securitySchemes } = root.components;
  const { info, servers, paths, security } = root;
  const { title, version: edition } = info as Node;
  const plain = { title, version: edition };
  return {
    openapi: "3.0.3",
    info: plain,
    servers,
    security,
    paths: whole(paths),
    components: { securitySchemes },
  };
}
