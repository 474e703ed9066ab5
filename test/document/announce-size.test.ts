import { subscribe, unsubscribe } from "node:diagnostics_channel";
import t from "tap";
import { announceSize, sizes } from "../../scripts/contract/document/announce-size.ts";
import { nearestName } from "../../scripts/contract/document/nearest-name.ts";

t.test("files of 50,000 UTF-16 units are announced with their longest list", (t) => {
  const told: unknown[] = [];
  const listener = (size: unknown) => void told.push(size);
  const text = " ".repeat(50_000);
  announceSize("a.json", text, {});
  subscribe(sizes.name, listener);
  announceSize("small.json", " ");
  announceSize("a.json", text);
  announceSize("a.json", text, { a: 1, b: { "c/d": [1, 2, 3, 4], e: [1, 2, 3] } });
  unsubscribe(sizes.name, listener);
  t.same(told, [
    { name: "a.json", length: 50_000 },
    { name: "a.json", length: 50_000, longest: { pointer: "/b/c~1d", members: 4 } },
  ]);
  t.end();
});

t.test("names of more than 200 letters, and candidates beyond the first 20,000, are not suggested", (t) => {
  const letters = "a".repeat(200);
  t.equal(nearestName(letters, [`${letters.slice(1)}b`]), `${letters.slice(1)}b`);
  t.equal(nearestName(`${letters}a`, [`${letters}b`]), undefined);
  const others = Array.from({ length: 20_000 }, (_, at) => `other ${at}`);
  t.equal(nearestName("name", [...others.slice(1), "nam"]), "nam");
  t.equal(nearestName("name", [...others, "nam"]), undefined);
  t.end();
});
