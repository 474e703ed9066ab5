// Every limit of the contract at its boundary, from the generated constraints: the last valid value, and the
// first invalid one.
import t from "tap";
import { constraints } from "../../generated/constraints.ts";
import { seededSenders } from "../../server/seed.ts";
import { beyondDocument, type Responded, call, startTestServer } from "../support/test-server.ts";

const { schemas, parameters } = constraints;
const { TagKey, TagValue, Name, Tags, SenderReferenceList, CreateSenderPool, SenderPoolId } = schemas;
const sender = { senderId: seededSenders[0]!.id };

/** Returns the location of a 400's only problem. */
function locationOf({ status, body }: Responded): unknown {
  if (status !== 400) return status;
  const { errors } = body as { errors: { in: string; pointer?: string; name?: string; detail: string }[] };
  return errors.map(({ in: place, pointer, name, detail }) => `${place} ${pointer ?? name ?? ""}: ${detail}`);
}

const repeat = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));
const tags = (count: number): Record<string, string> =>
  Object.fromEntries(repeat(count, (index) => [`k${index}`, "v"]));

t.test("limits of the body of a create", async (t) => {
  const server = await startTestServer(t);
  const create = async (body: unknown): Promise<unknown> =>
    locationOf(await call(server, { method: "POST", path: "/SenderPools", body }));
  const table: { what: string; last: unknown; next: unknown; want: string }[] = [
    {
      what: "tags",
      last: { tags: tags(Tags.maxProperties) },
      next: { tags: tags(Tags.maxProperties + 1) },
      want: `body /tags: must NOT have more than ${Tags.maxProperties} properties`,
    },
    {
      what: "characters of a tag's key, counted in code points",
      last: { tags: { ["😀".repeat(TagKey.maxLength)]: "v" } },
      next: { tags: { ["k".repeat(TagKey.maxLength + 1)]: "v" } },
      want: `body /tags/${"k".repeat(TagKey.maxLength + 1)}: property name must NOT have more than ${TagKey.maxLength} characters`,
    },
    {
      what: "a tag's key at least",
      last: { tags: { ["k".repeat(TagKey.minLength)]: "v" } },
      next: { tags: { "": "v" } },
      want: `body /tags/: property name must NOT have fewer than ${TagKey.minLength} characters`,
    },
    {
      what: "characters of a tag's value",
      last: { tags: { k: "😀".repeat(TagValue.maxLength) } },
      next: { tags: { k: "v".repeat(TagValue.maxLength + 1) } },
      want: `body /tags/k: must NOT have more than ${TagValue.maxLength} characters`,
    },
    {
      what: "a tag's value at least",
      last: { tags: { k: "v" } },
      next: { tags: { k: "" } },
      want: `body /tags/k: must NOT have fewer than ${TagValue.minLength} characters`,
    },
    {
      what: "characters of a name",
      last: { name: "n".repeat(Name.maxLength) },
      next: { name: "n".repeat(Name.maxLength + 1) },
      want: `body /name: must NOT have more than ${Name.maxLength} characters`,
    },
    {
      what: "senders",
      last: { senders: repeat(CreateSenderPool.properties.senders.maxItems, () => sender) },
      next: { senders: repeat(CreateSenderPool.properties.senders.maxItems + 1, () => sender) },
      want: `body /senders: must NOT have more than ${CreateSenderPool.properties.senders.maxItems} items`,
    },
  ];
  for (const { what, last, next, want } of table) {
    t.equal(await create(last), 202, `${what}: the last that is fine`);
    t.same(await create(next), [want], `${what}: the next`);
  }
});

t.test("an add with too few or too many senders is rejected", async (t) => {
  const server = await startTestServer(t);
  await call(server, { method: "POST", path: "/SenderPools", body: {} });
  const { senderPools } = (await call(server, { path: "/SenderPools" })).body as {
    senderPools: { id: string }[];
  };
  const path = `/SenderPools/${senderPools[0]!.id}/Senders`;
  const { minItems, maxItems } = SenderReferenceList;
  const table = [
    { given: minItems, want: 202 },
    { given: maxItems, want: 202 },
    { given: minItems - 1, want: [`body : must NOT have fewer than ${minItems} items`] },
    { given: maxItems + 1, want: [`body : must NOT have more than ${maxItems} items`] },
  ];
  for (const { given, want } of table) {
    t.same(
      locationOf(await call(server, { method: "POST", path, body: repeat(given, () => sender) })),
      want,
      `${given}`,
    );
  }
});

t.test("a page size that is not an integer within the limits is rejected", async (t) => {
  const server = await startTestServer(t);
  const { minimum, maximum, default: usual } = parameters.pageSize;
  const table = [
    { given: `${minimum}`, want: 200 },
    { given: `${maximum}`, want: 200 },
    { given: `${minimum - 1}`, want: [`query pageSize: must be >= ${minimum}`] },
    { given: `${maximum + 1}`, want: [`query pageSize: must be <= ${maximum}`] },
    ...["0x10", "1e2", "%2B5", "%205", "5.0", "-0", "05", "", "five"].map((given) => ({
      given,
      want: [given === "-0" ? `query pageSize: must be >= ${minimum}` : "query pageSize: must be integer"],
    })),
  ];
  for (const { given, want } of table)
    t.same(locationOf(await call(server, { path: `/Senders?pageSize=${given}` })), want, given);
  // No double represents it: the server parses no number, and the mock compares its digits.
  const large = locationOf(await call(server, { path: "/Senders?pageSize=9007199254740993" }));
  t.match(large, [new RegExp(`^query pageSize: must be (integer|<= ${maximum})$`)]);
  for (let count = 0; count <= usual; count++)
    await call(server, { method: "POST", path: "/SenderPools", body: {} });
  const page = (await call(server, { path: "/SenderPools" })).body as {
    senderPools: unknown[];
    pagination: { next: unknown };
  };
  t.equal(page.senderPools.length, usual, "the default");
  t.type(page.pagination.next, "string");
});

t.test("a malformed id is a 400, an unknown one a 404", async (t) => {
  const server = await startTestServer(t);
  const { prefix, pattern } = SenderPoolId;
  const shapes = /\[0-7\]\[a-hjkmnpqrstv-z0-9\]\{(\d+),(\d+)\}\$$/.exec(pattern);
  const [least, most] = [Number(shapes?.[1]), Number(shapes?.[2])];
  const malformed = [`path senderPoolId: must match pattern "${pattern}"`];
  const table = [
    { given: `${prefix}0${"a".repeat(least)}`, want: 404 },
    { given: `${prefix}7${"z".repeat(most)}`, want: 404 },
    { given: `${prefix}0${"a".repeat(least - 1)}`, want: malformed },
    { given: `${prefix}0${"a".repeat(most + 1)}`, want: malformed },
    { given: `${prefix}8${"a".repeat(least)}`, want: malformed },
    ...["i", "l", "o", "u", "A", "-", "%20", "%2F", "%00", "%0A"].map((character) => ({
      given: `${prefix}0${"a".repeat(least - 1)}${character}`,
      want: malformed,
    })),
    { given: `${prefix.toUpperCase()}0${"a".repeat(least)}`, want: malformed },
    { given: `${prefix}0${"a".repeat(5000)}`, want: malformed },
    { given: "Operations", want: 200 },
    { given: "operations", want: malformed },
  ];
  for (const { given, want } of table)
    t.same(locationOf(await call(server, { path: `/SenderPools/${given}` })), want, given.slice(0, 60));
});

t.test("a date filter that is not a date-time of RFC 3339 is rejected", async (t) => {
  const server = await startTestServer(t);
  const fine = [
    "2024-01-15T09:30:00Z",
    "2024-02-29T23:59:59.123456789Z",
    "2024-01-15T09:30:00%2B05:30",
    "2024-01-15T09:30:00-00:00",
  ];
  const broken = [
    "2024-01-15",
    "2024-01-15%2009:30:00Z",
    "2024-01-15T09:30Z",
    "2024-01-15T09:30:00",
    "2023-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2024-01-15T24:00:00Z",
  ];
  for (const given of fine)
    t.equal(locationOf(await call(server, { path: `/Senders?startDate=${given}` })), 200, given);
  for (const given of broken) {
    t.same(
      locationOf(await call(server, { path: `/Senders?startDate=${given}` })),
      ['query startDate: must match format "date-time"'],
      given,
    );
  }
});

t.test(
  "at most a hundred problems are listed, and the detail reports that there are more",
  beyondDocument,
  async (t) => {
    const server = await startTestServer(t);
    const { maxItems } = schemas.Problem.properties.errors;
    const response = async (count: number): Promise<{ detail: string; errors: unknown[] }> =>
      (
        await call(server, {
          method: "POST",
          path: "/SenderPools",
          body: { senders: repeat(count, () => ({ senderId: 1 })) },
        })
      ).body;
    t.match(await response(maxItems), {
      detail: `The request has ${maxItems} problems.`,
      errors: { length: maxItems },
    });
    t.match(await response(maxItems + 1), {
      detail: `The request has more than ${maxItems} problems; the first ${maxItems} are listed.`,
      errors: { length: maxItems },
    });
  },
);
