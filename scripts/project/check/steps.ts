// The requirements for a change to land: one list for `npm run check` and for CI.

/** One requirement. */
export interface Step {
  readonly name: string;
  /** The program and its arguments; programs of npm packages are found by name. */
  readonly command: readonly string[];
  /** How to fix a failure: the last line that is printed. */
  readonly fix: string;
  /**
   * The step needs a remote service; exit code 2 reports that it is unreachable, which is a notice and no
   * failure.
   */
  readonly mayBeUnknown?: boolean;
  /** The step needs the whole machine, so it runs after the others. Default: false. */
  readonly alone?: boolean;
  /** Prints the failures of a long output once more, after it; runs when the step failed. */
  readonly failures?: readonly string[];
}

/**
 * By path: packages are also tested with other versions of the compiler, and npm may link any of them as
 * `tsc`. This one is a native program and takes a third of the processor time.
 */
const tsc = ["node", "node_modules/typescript-7/bin/tsc", "--noEmit"];

/** A larger space for new objects, which is collected less often: a quarter less processor time. */
const eslint = ["node", "--max-semi-space-size=64", "node_modules/eslint/bin/eslint.js", "."];

/** In the order in which they start: the longest first. */
export const steps: readonly Step[] = [
  { name: "lint", command: eslint, fix: "npx eslint . --fix mends what can be mended by machine" },
  {
    name: "generated files are what the contract generates",
    command: ["npm", "run", "--silent", "generate", "--", "--check"],
    fix: "npm run generate, then commit generated/",
  },
  {
    name: "the contract keeps the field's rules",
    command: ["redocly", "lint", "spec/openapi.yaml", "--config", "spec/redocly.yaml"],
    fix: "mend spec/openapi.yaml at the lines above",
  },
  {
    name: "the contract keeps the lint rules",
    command: ["npm", "run", "--silent", "lint:spec"],
    fix: "mend spec/openapi.yaml at the lines above; spec/README.md says how a contract is written here",
  },
  { name: "types", command: tsc, fix: "mend the types at the lines above" },
  {
    name: "types of the client, without Node's",
    command: [...tsc, "-p", "client"],
    fix: "use Web APIs only in client/",
  },
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."], fix: "npm run format" },
  { name: "nothing unused", command: ["knip"], fix: "delete what nothing uses" },
  {
    // Test files that run alone, or that a test starts, load tap itself: after an installation, with all its
    // plugins, of which its TypeScript loader takes the most time.
    name: "the test runner has the plugins of package.json",
    command: ["tap", "build"],
    fix: "npx tap build, and look at `tap` in package.json",
  },
  {
    name: "nothing grave is known against the dependencies",
    command: ["node", "--import=tsx", "scripts/project/check/audit.ts"],
    fix: "npm audit --omit=dev says which version mends it; take that into package.json",
    mayBeUnknown: true,
  },
  {
    name: "the reference server keeps its contract",
    command: ["npm", "run", "--silent", "verify"],
    fix: "npm run verify prints the smallest request of each finding: mend the server, or the contract",
  },
  {
    name: "tests",
    command: ["npm", "run", "--silent", "test"],
    fix: "run the failing file alone: node --import=tsx test/<file>",
    alone: true,
    failures: ["node", "--import=tsx", "scripts/project/check/print-failures.ts"],
  },
];
