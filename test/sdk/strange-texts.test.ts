// The whole-document proof: whatever text stands wherever in a document, what is made of it is the same code with other texts.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import {
  faultsOf,
  harmless,
  kindsOf,
  type Made,
  made,
  marker,
  payloads,
  positions,
  withText,
} from "./strange-texts.ts";

const long = process.env["CHECK_LONG"] !== undefined;
const commands = ["generate", "server", "sdk"] as const;

t.setTimeout(long ? 14_400_000 : 600_000);

/** Of a resource's module the name is made of its tag. */
function nameless(files: Made): Map<string, string> {
  return new Map(
    [...files].map(([file, text]) => [file.replace(/(?<=resources\/)(?!all\.)[^.]+/, "tag"), text]),
  );
}

/** What differs from what is made of the harmless document: a file that is missing or more, or other code in one. */
function differences(files: Made, plain: Made): string[] {
  const [one, other] = [nameless(files), nameless(plain)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter(
    (file) => kindsOf(file, one.get(file) ?? "") !== kindsOf(file, other.get(file) ?? ""),
  );
}

function inPairs(all: readonly [string, string][]): [kind: string, payload: string][] {
  return all.flatMap(([kind, payload], index) => {
    if (index % 2 === 1) return [];
    const [other, next] = all[index + 1] ?? ["", ""];
    return [[`${kind}, ${other}`, `${payload} ${next}`]];
  });
}

for (const command of commands) {
  t.test(`${command} makes the same of a document with strange texts in every place`, async (t) => {
    const plain = await made(command, withText(harmless));
    t.ok(plain !== undefined && plain.size > 5);
    const kinds = Object.entries(payloads);
    // A package takes its time: in the short run, of two payloads at once.
    const given = long || command !== "sdk" ? kinds : inPairs(kinds);
    for (const [kind, payload] of given) {
      const files = await made(command, withText(`zq ${payload}`));
      t.same(files && faultsOf(files), [], kind);
      t.same(files && plain && differences(files, plain), [], `${kind}: the same code`);
    }
  });
}

t.test("the name of a file is text in what is made of it", async (t) => {
  const plain = await made("server", withText(harmless), "zq.json");
  for (const [kind, payload] of Object.entries(payloads)) {
    const name = `zq ${payload.replace(/[/\\:]/g, "")}.json`;
    const files = await made("server", withText(harmless), name);
    t.same(files && faultsOf(files), [], kind);
    t.same(files && plain && differences(files, plain), [], `${kind}: the same code`);
  }
});

t.test("nothing of a document runs when a package or its validators are imported", async (t) => {
  const folder = t.testdir({ "package.json": '{"type":"module"}' });
  const all = Object.values(payloads).join(" ");
  const [validators, sdk] = [await made("generate", withText(all)), await made("sdk", withText(all))];
  const files = [...(sdk ?? []), ["validators.js", validators?.get("validators.js") ?? ""] as const];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const entries = ["index", "client/validate", "client/testing"].map((name) => `dist/${name}.js`);
  for (const file of [...entries, "validators.js"]) await import(pathToFileURL(join(folder, file)).href);
  t.notOk(Reflect.has(globalThis, marker));
  t.ok(readdirSync(folder).includes("README.md"));
});

t.test("a strange text in any one place is refused in words, or is text in what is made", async (t) => {
  const every = positions();
  const kinds = Object.entries(payloads);
  const pairs = every.flatMap((put, place) =>
    kinds.flatMap(([kind, payload], index) =>
      // Each place with some kind, and each kind in many places.
      long || (place * 7 + index) % (kinds.length * 2) === 0 ? [{ put, place, kind, payload }] : [],
    ),
  );
  t.ok(every.length > 200, `${every.length} places`);
  let refused = 0;
  for (const { put, place, kind, payload } of pairs) {
    for (const command of long ? commands : (["server"] as const)) {
      const files = await made(command, put(payload));
      if (files === undefined) refused += 1;
      else if (faultsOf(files).length > 0) t.same(faultsOf(files), [], `${kind} at place ${place}`);
    }
  }
  t.ok(refused < pairs.length, `${pairs.length} tried, ${refused} refused`);
});
