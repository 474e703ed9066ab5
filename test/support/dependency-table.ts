// The dependency table of the design: which folder may import which.

/**
 * Which imports are allowed: project files by folder, packages by name. Files that no row matches are tests
 * and everything else.
 */
export interface Border {
  /** The files that the row applies to. */
  readonly from: RegExp;
  readonly allowed: readonly RegExp[];
  /** Modules of which only types may be imported. */
  readonly types?: readonly RegExp[];
}

const anyPackage = /^(?!\.|(client|generated|scripts|server|spec|test)\/)/;

/**
 * Returns the row of a folder of the tool: it may import packages, the keywords of JSON Schema, itself, and
 * the named folders.
 */
function product(folder: string, others = folder): Border {
  const own = `^scripts/contract/(?:vocabulary|${folder}|${others})(?:/|\\.ts$)`;
  return {
    from: new RegExp(`^scripts/contract/${folder}(?:/|\\.ts$)`),
    allowed: [new RegExp(own), anyPackage],
  };
}

/** Generated modules: those of the client, and all others. */
const ofClient = /^generated\/(?:index|client|connect|sdk|dates|resources)\b/;
const beyondClient = /^generated\/(?!(?:index|client|connect|sdk|dates|resources)\b)/;

export const borders: readonly Border[] = [
  // The client's own modules use its runtime; of `resources.ts` only types.
  { from: /^generated\/resources\.ts$/, allowed: [/^generated\//], types: [/^client\//] },
  { from: ofClient, allowed: [ofClient, /^client\//] },
  // Types of packages, and the parser of a format.
  { from: /^generated\/formats\.ts$/, allowed: [/^generated\//, /^liquidjs$/] },
  {
    from: /^generated\/serve-operations\.ts$/,
    allowed: [/^generated\//, /^node:(http|buffer|stream)$/],
    types: [anyPackage],
  },
  { from: /^generated\//, allowed: [/^generated\//], types: [anyPackage] },
  // No part of the client: neither its runtime nor its generated modules.
  { from: /^server\//, allowed: [/^server\//, beyondClient, anyPackage] },
  // Web APIs only: code that runs in browsers and workers must not import Node modules; the Node entry may.
  { from: /^client\/node(\.ts|\/)/, allowed: [/^client\//, /^node:/, /^undici$/] },
  { from: /^client\/(validate|testing)(\.ts|\/)/, allowed: [/^client\//, /^generated\//] },
  { from: /^client\/examples\//, allowed: [/^client\//, /^twilio-comms$/] },
  { from: /^client\//, allowed: [/^client\//, /^generated\//, /^openapi-fetch$/] },
  // The tools work for any document: they must not import other parts of the project, and `generate` runs
  // without generated/.
  product("vocabulary"),
  // The comparison of media types is part of the runtime, because generated code uses it too.
  ...["document", "schema"].map((folder) => product(folder, "document|runtime")),
  product("containment", "document|schema|runtime"),
  product("exchange", "document|containment|runtime"),
  product("lint", "document|schema|containment|generate|runtime|cli"),
  // The command combines the output of several emitters: the client's files, and the server's with
  // `--server`.
  {
    from: /^scripts\/contract\/generate\/generate-command\.ts$/,
    allowed: [
      /^scripts\/contract\/(document|schema|generate|runtime|cli)\//,
      /^scripts\/contract\/sdk\/emit-client\.ts$/,
      /^scripts\/contract\/server\/emit-server\.ts$/,
      anyPackage,
    ],
  },
  // What emitted code imports from the client is checked against the client's own types.
  {
    from: /^scripts\/contract\/generate\/client-runtime\.ts$/,
    allowed: [/^scripts\/contract\/generate\//],
    types: [/^client\//],
  },
  product("generate", "document|schema|runtime|cli"),
  product("sdk", "document|schema|generate|runtime|cli"),
  product("server", "document|generate|sdk|runtime|cli"),
  product("play", "document|exchange|generate|diff|sdk|mock|verify|cli"),
  product("diff", "document|exchange|containment|generate|runtime|cli|play/play-matrix"),
  product("proxy", "document|exchange|containment|lint|runtime|cli"),
  product("mock", "document|schema|exchange|containment|generate|lint|server|runtime|cli"),
  product("verify", "document|schema|exchange|containment|generate|diff|proxy|runtime|cli"),
  product("init", "document|diff|generate|cli"),
  product("config", "document|cli"),
  product("library", "config|document|exchange|containment|diff|lint|mock|sdk|server"),
  { from: /^scripts\/contract\/runtime\//, allowed: [/^scripts\/contract\/runtime\//, anyPackage] },
  { from: /^scripts\/contract\/(?:diff-)?tool\.ts$/, allowed: [/^scripts\/contract\//, anyPackage] },
  // Programs that start the tool and the server; they are bundled or compiled by then.
  { from: /^scripts\/[\w-]+\.js$/, allowed: [/^scripts\/[\w-]+\.js$/, anyPackage] },
  // What serves this repository alone combines all of it: benchmarks, checks, the demo and others.
  { from: /^scripts\/project\//, allowed: [/./] },
  product("cli", "tool|document|lint|generate|diff|sdk|server|mock|proxy|verify|init|config"),
];
