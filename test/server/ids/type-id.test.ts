// TypeIDs: their format, their order, and the time that can be read from them.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { timeOfTypeId, TypeIdSource, typeIdBeside, typeIdBound } from "../../../server/ids/type-id.ts";

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

/** Decodes the 128 bits of an id with a simple, slow implementation. */
function bits(id: string): bigint {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from(id.slice(-26)).reduce((sum, digit) => sum * 32n + BigInt(alphabet.indexOf(digit)), 0n);
}

t.test("an id is a UUIDv7 with time, version 7 and variant 2 as in RFC 9562", (t) => {
  fc.assert(
    fc.property(time, (now) => {
      const id = new TypeIdSource(() => now).next("p_");
      const uuid = bits(id);
      return (
        /^p_[0-7][a-hjkmnpqrstv-z0-9]{25}$/.test(id) &&
        uuid >> 80n === BigInt(now) &&
        ((uuid >> 76n) & 15n) === 7n &&
        ((uuid >> 62n) & 3n) === 2n
      );
    }),
  );
  t.end();
});

t.test("ids ascend strictly, even if the clock is set back", (t) => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 1 }), (clock) => {
      let reading = 0;
      const source = new TypeIdSource(() => clock[reading++ % clock.length]!);
      const ids = Array.from({ length: 3 * clock.length }, () => source.next("p_"));
      return ids.every((id, index) => index === 0 || id > ids[index - 1]!);
    }),
  );
  t.end();
});

t.test(
  "a hundred thousand ids of one millisecond ascend and differ; surplus ones use the following milliseconds",
  (t) => {
    const source = new TypeIdSource(() => 1_700_000_000_000);
    let previous = "";
    for (let index = 0; index < 100_000; index++) {
      const id = source.next("p_");
      if (!(id > previous)) t.fail(`${id} after ${previous}`);
      previous = id;
    }
    t.ok(timeOfTypeId(previous) - 1_700_000_000_000 < 20);
    t.end();
  },
);

t.test("the time of an id is the time at which it was generated", (t) => {
  t.equal(timeOfTypeId("comms_sender_01h9krwprkeee8fzqspvwy6nq8"), Date.UTC(2023, 8, 5, 22, 54, 57, 299));
  fc.assert(fc.property(time, (now) => timeOfTypeId(new TypeIdSource(() => now).next("a_b_")) === now));
  t.end();
});

t.test("the id bound of a time sorts after the ids of earlier milliseconds and before all others", (t) => {
  fc.assert(
    fc.property(time, fc.oneof(time, fc.double({ noNaN: true })), (now, given) => {
      const id = new TypeIdSource(() => now).next("p_");
      const bound = typeIdBound("p_", Math.floor(given));
      const clamped = Math.min(Math.max(Math.floor(given), 0), 2 ** 48 - 1);
      return now < clamped ? id < bound : id > bound;
    }),
  );
  t.end();
});

t.test("an id beside another has the same millisecond", (t) => {
  const cases = [
    { places: 0, want: "p_01h9krwprkeee8fzqspvwy6nq8" },
    { places: 2, want: "p_01h9krwprkeee8fzqspvwy6nqa" },
    { places: 24, want: "p_01h9krwprkeee8fzqspvwy6nq0" },
  ];
  for (const { places, want } of cases) t.equal(typeIdBeside("p_01h9krwprkeee8fzqspvwy6nq8", places), want);
  t.end();
});
