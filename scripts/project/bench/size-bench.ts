// Size that a client adds to the bundle of its users: a program with one call, with our client and with
// others.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Bench } from "./bench.ts";
import { bundleSize } from "./bundle-size.ts";
import { type Client, type ClientName, prepareClients } from "./clients.ts";
import { notFetched } from "../installed-apart.ts";
import { ownPackage } from "./installed-client.ts";
import type { Table } from "./table.ts";

/** A program with one call. Names of our packages and files are resolved next to the client's module. */
interface Program {
  readonly name: string;
  readonly client: ClientName;
  readonly text: string;
  readonly platform?: "node";
  readonly reach?: string;
}

const programs: readonly Program[] = [
  {
    name: "openapi-fetch",
    client: "openapi-fetch",
    text: `import createClient from "openapi-fetch";
      console.log(await createClient({ baseUrl: "https://comms.twilio.com/v1" }).GET("/SenderPools"));`,
  },
  {
    name: "hey-api",
    client: "hey-api",
    text: 'import { listSenderPools } from "./sdk.gen.ts"; console.log(await listSenderPools());',
  },
  {
    name: "openai",
    client: "openai",
    text: 'import OpenAI from "openai"; console.log(await new OpenAI().models.list());',
  },
  {
    name: "twilio",
    client: "twilio",
    text: 'import twilio from "twilio"; console.log(await twilio().messages.list());',
    platform: "node",
  },
  {
    name: "ours, one resource (Senders) with everything",
    client: "ours",
    text: `import { connect, Senders } from "${ownPackage}/senders"; console.log(await new Senders(connect()).list());`,
    reach: "≤ 6",
  },
  {
    name: "ours, one resource (SenderPools, 11 methods)",
    client: "ours",
    text: `import { connect, SenderPools } from "${ownPackage}/sender-pools";
      console.log(await new SenderPools(connect()).list());`,
    reach: "≤ 6",
  },
  {
    name: "ours, the whole client",
    client: "ours",
    text: `import { TwilioClient } from "${ownPackage}"; console.log(await new TwilioClient().senderPools.list());`,
  },
];

/** Ends by itself within a minute. */
export const sizeBench: Bench = {
  name: "size",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "size-bench-"));
    try {
      return [await sizeTable(await prepareClients(folder))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function sizeTable(clients: readonly Client[]): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, client, text, platform, reach = "" } of programs) {
    const module = clients.find((each) => each.name === client)?.module;
    if (module === undefined) rows.push([name, notFetched]);
    else {
      const bytes = await bundleSize(text, { folder: dirname(module), ...(platform && { platform }) });
      rows.push([name, (bytes / 1000).toFixed(2), reach]);
    }
  }
  return {
    title: "One call, bundled, minified and zipped",
    columns: ["client", "kB", "reach"],
    rows,
    note: "openapi-fetch and hey-api have no retries, no deadline and no errors of their own. twilio runs on Node alone.",
  };
}
