// Prism for the benchmark: in this process and without its log, so that only its own speed is measured.
import { createRequire } from "node:module";
import { join } from "node:path";

/** The used part of Prism. https://github.com/stoplightio/prism */
interface Prism {
  readonly createServer: (
    operations: readonly PrismOperation[],
    options: object,
  ) => { listen(port: number, host: string): Promise<string> };
}

interface PrismOperation {
  readonly path: string;
}

const [folder = "."] = process.argv.slice(2);
const load = createRequire(join(folder, "package.json"));
const { getHttpOperationsFromSpec } = load("@stoplight/prism-http") as {
  readonly getHttpOperationsFromSpec: (document: string) => Promise<PrismOperation[]>;
};
const { createServer } = load("@stoplight/prism-http-server") as Prism;
const { createLogger } = load("@stoplight/prism-core") as {
  readonly createLogger: (name: string, options: object) => object;
};

const operations = await getHttpOperationsFromSpec("spec/openapi.yaml");
const server = createServer(
  // Prism serves without the path of the document's server.
  operations.map((operation) => ({ ...operation, path: `/v1${operation.path}` })),
  {
    components: { logger: createLogger("bench", { enabled: false }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    cors: false,
  },
);
const url = await server.listen(0, "127.0.0.1");
process.send?.({ port: Number(new URL(url).port) });
