// Proof over a whole document: strings at any location only change the strings in the generated code, not the
// code.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import {
  faultsOf,
  harmless,
  inherited,
  isRead,
  kindsOf,
  type Made,
  made,
  marker,
  payloads,
  turns,
  withNames,
  withText,
} from "./strange-texts.ts";
import { apart, likeness, type Location, locations, withBehind } from "./strange-locations.ts";

const long = process.env["CHECK_LONG"] !== undefined;
const commands = ["generate", "server", "sdk"] as const;
type Command = (typeof commands)[number];

t.setTimeout(long ? 14_400_000 : 600_000);

/** The files with the module of a resource under a fixed name, since its own derives from the tag. */
function nameless(files: Made): Map<string, string> {
  return new Map(
    [...files].map(([file, text]) => [file.replace(/(?<=resources\/)(?!all\.)[^.]+/, "tag"), text]),
  );
}

/** Lists the operations in the order of their paths, which are texts here: the same code in another order. */
const ordersPaths = /^dist\/generated\/fetch\.c?js$/;

/**
 * Differences from the files generated for the harmless document: a missing or surplus file, or other code in
 * one.
 */
function differences(files: Made, plain: Made, isSorted = false): string[] {
  const [one, other] = [nameless(files), nameless(plain)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const kinds = (file: string, text = ""): string =>
    isSorted || ordersPaths.test(file) ? kindsOf(file, text).split(",").sort().join() : kindsOf(file, text);
  return [...names].filter((file) => kinds(file, one.get(file)) !== kinds(file, other.get(file)));
}

function inPairs(all: readonly [string, string][]): [kind: string, payload: string][] {
  return all.flatMap(([kind, payload], index) => {
    if (index % 2 === 1) return [];
    const [other, next] = all[index + 1] ?? ["", ""];
    return [[`${kind}, ${other}`, `${payload} ${next}`]];
  });
}

for (const command of commands) {
  t.test(
    `${command} generates the same code for a document with strange text at every location`,
    async (t) => {
      const plain = await made(command, withText(harmless));
      t.ok(plain !== undefined && plain.size > 5);
      const kinds = Object.entries(payloads);
      // A package takes long: the short run tests two payloads at once.
      const given = long || command !== "sdk" ? kinds : inPairs(kinds);
      for (const [kind, payload] of given) {
        const files = await made(command, withText(`zq ${payload}`));
        t.same(files && faultsOf(files), [], kind);
        t.same(files && plain && differences(files, plain), [], `${kind}: the same code`);
      }
    },
  );
}

t.test("the file name of a document stays text in the generated code", async (t) => {
  const plain = await made("server", withText(harmless), "zq.json");
  for (const [kind, payload] of Object.entries(payloads)) {
    const name = `zq ${payload.replace(/[/\\:]/g, "")}.json`;
    const files = await made("server", withText(harmless), name);
    t.same(files && faultsOf(files), [], kind);
    t.same(files && plain && differences(files, plain), [], `${kind}: the same code`);
  }
});

t.test("no text of a document runs when a package or its validators are imported", async (t) => {
  const folder = t.testdir({ "package.json": '{"type":"module"}' });
  const all = Object.values(payloads).join(" ");
  const [validators, sdk] = [await made("generate", withText(all)), await made("sdk", withText(all))];
  const files = [...(sdk ?? []), ["validators.js", validators?.get("validators.js") ?? ""] as const];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const entries = ["generated/index", "client/validate", "client/testing"].map((name) => `dist/${name}.js`);
  for (const file of [...entries, "validators.js"]) await import(pathToFileURL(join(folder, file)).href);
  t.notOk(Reflect.has(globalThis, marker));
  t.ok(readdirSync(folder).includes("README.md"));
});

const ordinary = inherited.map((_, at) => `ordinary${at}of`);

/** The results of all validators of a module for values with its names, renamed to the inherited ones. */
async function verdicts(file: string, names: readonly string[]): Promise<Map<string, string>> {
  const { createValidators } = (await import(pathToFileURL(file).href)) as {
    createValidators: (formats: object) => object;
  };
  const members = names.map((name) => JSON.parse(`{${JSON.stringify(name)}: "x"}`) as object);
  const whole = Object.fromEntries(names.map((name) => [name, 1]));
  const values: unknown[] = [{}, [], "x", 1, null, ...members, whole];
  const renamed = (text: string): string =>
    text.replace(/ordinary(\d+)of/g, (_, at: string) => inherited[Number(at)] ?? "");
  const found = new Map<string, string>();
  const visit = (at: unknown, path: string): void => {
    if (typeof at === "object" && at !== null)
      for (const [key, below] of Object.entries(at)) visit(below, `${path}/${key}`);
    if (typeof at !== "function") return;
    const check = at as { (value: unknown): boolean; errors?: unknown };
    for (const value of values) {
      const errors = check(value) ? [] : check.errors;
      found.set(renamed(`${path} of ${JSON.stringify(value)}`), renamed(JSON.stringify(errors)));
    }
  };
  visit(createValidators(new Proxy({}, { get: () => () => true })), "");
  return found;
}

t.test("inherited names work like any other names", async (t) => {
  const folder = t.testdir({ "package.json": '{"type":"module"}' });
  for (const turn of Array.from({ length: turns }, (_, at) => at).filter((at) => long || at % 5 === 1)) {
    const of = async (names: readonly string[]): Promise<Map<string, string>> => {
      const files = await made("generate", withNames(names, turn));
      t.same(files && faultsOf(files), [], `turn ${turn}`);
      const file = join(folder, `${names[0]}${turn}.js`);
      writeFileSync(file, files?.get("validators.js") ?? "");
      return verdicts(file, names);
    };
    const [strange, plain] = [await of(inherited), await of(ordinary)];
    t.ok(plain.size > 300, `${plain.size} verdicts`);
    t.same(
      [...plain].filter(([value, verdict]) => strange.get(value) !== verdict),
      [],
      `turn ${turn}: the same verdicts`,
    );
  }
});

const behind = ` ${harmless}`;

/** Locations of a group with harmless text at all of them, and the files generated for that document. */
interface Plain {
  readonly places: readonly Location[];
  readonly files: Made | undefined;
}

/** As many locations of a group as a command accepts with harmless text at once. */
async function plainOf(command: Command, places: readonly Location[]): Promise<Plain> {
  const files = await made(command, withBehind(places, behind));
  if (files !== undefined || places.length < 2) return { places, files };
  const half = places.length >> 1;
  const [one, other] = [
    await plainOf(command, places.slice(0, half)),
    await plainOf(command, places.slice(half)),
  ];
  const both = [one, other].flatMap((part) => (part.files === undefined ? [] : part.places));
  const together = await made(command, withBehind(both, behind));
  if (together !== undefined) return { places: both, files: together };
  return other.places.length > one.places.length && other.files !== undefined ? other : one;
}

interface Trial {
  readonly command: Command;
  readonly kind: string;
  readonly payload: string;
  /** What the files are compared with, if they are: the payloads replace some of its texts. */
  readonly plain: Plain | undefined;
  /** Whether the same nodes may be in another order. */
  readonly isSorted: boolean;
}

/** The pairs of a location and a text, by command. */
const pairs = { compared: 0, searched: 0, rejected: 0 };

/** The faults with a text appended at all locations of a part, narrowed to as few locations as possible. */
async function wrongWith(trial: Trial, part: readonly Location[]): Promise<string[]> {
  const { command, kind, payload, plain, isSorted } = trial;
  const others = plain?.places.filter((place) => !part.includes(place)) ?? [];
  const files = await made(command, withBehind(part, payload, others, behind));
  const wrong = files === undefined ? [] : faultsOf(files);
  if (files !== undefined && plain?.files !== undefined)
    wrong.push(...differences(files, plain.files, isSorted).map((file) => `${file} holds other code`));
  // What is rejected only as a whole is tried in parts, and at last without text elsewhere.
  const isCompared = plain === undefined || plain.files !== undefined;
  if (wrong.length === 0 && files !== undefined && isCompared) {
    pairs[plain === undefined ? "searched" : "compared"] += part.length;
    return [];
  }
  if (part.length > 1) {
    const half = part.length >> 1;
    const found = [];
    for (const smaller of [part.slice(0, half), part.slice(half)])
      found.push(...(await wrongWith(trial, smaller)));
    return found.length > 0
      ? found
      : wrong.map((one) => `${command}: ${one}: ${kind} in places that are right alone`);
  }
  if (wrong.length > 0)
    return wrong.map((one) => `${command}: ${one}: ${kind} behind ${part[0]?.path.join("/")}`);
  if (plain !== undefined && (plain.places.length > 1 || plain.places[0] !== part[0]))
    return wrongWith({ ...trial, plain: await plainOf(command, part) }, part);
  pairs[files === undefined ? "rejected" : "searched"] += 1;
  return [];
}

/** The locations where the text can be appended separately without an error. */
async function readAlone(group: readonly Location[], text: string): Promise<Location[]> {
  const read: Location[] = [];
  for (const place of group) if (await isRead(withBehind([place], text))) read.push(place);
  return read;
}

const groups = apart(locations());

/**
 * Whether a command tries a group with a kind: in the short run every second kind in one group, and a package
 * occasionally.
 */
function isTried(command: Command, kind: number, group: number): boolean {
  if (long) return true;
  const turn = kind + commands.indexOf(command) * 5;
  const every = { generate: 2, server: 2, sdk: 9 }[command];
  return turn % groups.length === group && turn % every === 0;
}

t.test(
  "strange text appended to any string or key is rejected with an error, or stays text in the generated code",
  async (t) => {
    const count = groups.flat().length;
    t.ok(count > 900, `${count} places`);
    const kinds = Object.entries(payloads);
    let refused = 0;
    for (const [at, group] of groups.entries()) {
      const alone = new Set(await readAlone(group, behind));
      const plain = new Map<Command, Plain>();
      for (const [index, [kind, payload]] of kinds.entries()) {
        const tried = commands.filter((command) => isTried(command, index, at));
        if (tried.length === 0) continue;
        const read = await readAlone(group, payload);
        refused += group.length - read.length;
        for (const command of tried) {
          const all = plain.get(command) ?? (await plainOf(command, [...alone]));
          plain.set(command, all);
          const fitting = new Set(all.files && all.places);
          const likenessOf = (place: Location) => {
            const like = alone.has(place) ? likeness(place, payload) : "other";
            return like === "other" || fitting.has(place) ? like : "apart";
          };
          for (const like of ["same", "sorted", "other", "apart"] as const) {
            const part = read.filter((place) => likenessOf(place) === like);
            if (part.length === 0) continue;
            const none = { places: part, files: undefined };
            const of = { same: all, sorted: all, other: undefined, apart: none }[like];
            const trial = { command, kind, payload, plain: of, isSorted: like === "sorted" };
            t.same(await wrongWith(trial, part), [], `${command}: ${kind}`);
          }
        }
      }
    }
    t.comment(`${count} places, ${kinds.length} kinds of text, ${refused} times refused`);
    t.comment(`in all commands: ${JSON.stringify(pairs)}`);
  },
);
