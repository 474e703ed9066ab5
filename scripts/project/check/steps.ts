// What must hold before a change lands: one list for a person's `npm run check` and for CI.

/** One thing that must hold. */
export interface Step {
  readonly name: string;
  /** The program and its arguments; programs of npm packages are found by name. */
  readonly command: readonly string[];
  /** What to do when it is red: the last line a person reads. */
  readonly fix: string;
  /** It asks somebody who may be out of reach; exit code 2 says so, and is a notice and no failure. */
  readonly mayBeUnknown?: boolean;
  /** It takes the whole machine, so it runs after the others; default: false. */
  readonly alone?: boolean;
}

/** By path: packages are tried with other versions of the compiler, too, and npm may link any of them as `tsc`. */
const tsc = ["node", "node_modules/typescript/bin/tsc", "--noEmit"];

/** In the order in which they start: what takes longest begins first. */
export const steps: readonly Step[] = [
  { name: "lint", command: ["eslint", "."], fix: "npx eslint . --fix mends what can be mended by machine" },
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
    // Otherwise the first run after an installation starts every test file with tap's own TypeScript loader beside ours: twice the time.
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
  },
];
