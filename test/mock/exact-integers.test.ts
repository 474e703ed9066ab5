// Integers that no double represents, in paths, queries and header fields.
import t from "tap";
import { body, json, mockOf, send } from "./mock-of.ts";

const large = "9007199254740993";
const int64 = { type: "integer", format: "int64" };
const thing = {
  type: "object",
  required: ["id"],
  properties: { id: int64, name: { type: "string" } },
};
const named = { type: "object", properties: { name: { type: "string" } } };
const id = { name: "id", in: "path", required: true, schema: int64 };
const done = { description: "Done" };
const missing = { description: "Missing" };

t.test("an id beyond 2^53 identifies one resource by its exact digits", async (t) => {
  for (const schema of [int64, { type: "number" }]) {
    const parameters = [{ ...id, schema }];
    const mock = await mockOf(t, {
      paths: {
        "/things/{id}": {
          parameters,
          get: { operationId: "fetchThing", responses: { "200": json(thing), "404": missing } },
          put: {
            operationId: "putThing",
            requestBody: body(named),
            responses: { "200": json(thing), "201": json(thing) },
          },
          delete: { operationId: "removeThing", responses: { "204": done, "404": missing } },
        },
      },
    });
    const at = (number: string): string => `${mock.url}/things/${number}`;
    t.match(await send(at(large), "PUT", { name: "a" }), { status: 201, body: { name: "a" } });
    t.match(await send(at("9007199254740992"), "PUT", { name: "b" }), { status: 201 });
    t.match(await send(at("9223372036854775807"), "PUT", { name: "c" }), { status: 201 });
    t.match(await send(at(large)), { status: 200, body: { id: 9007199254740992, name: "a" } });
    t.match(await send(at("9007199254740992")), { body: { id: 9007199254740992, name: "b" } });
    t.equal((await send(at("9007199254740994"))).status, 404);
    t.equal((await send(at(large), "DELETE")).status, 204);
    t.equal((await send(at(large))).status, 404);
    t.match(await send(at("9007199254740992")), { status: 200, body: { name: "b" } });
    t.same(
      mock.journal().flatMap(({ withheld }) => withheld ?? []),
      [],
      "every response is from the state",
    );
  }
});

t.test("limits hold for the exact value of a parameter", async (t) => {
  const limits: readonly { schema: object; valid: string[]; invalid: string[] }[] = [
    {
      schema: int64,
      valid: [large, "-9007199254740993", "9223372036854775807", "-9223372036854775808"],
      invalid: ["9223372036854775808", "-9223372036854775809", "9".repeat(400)],
    },
    { schema: { type: "integer", format: "int32" }, valid: ["2147483647"], invalid: [large] },
    {
      schema: { type: "integer", maximum: 2 ** 53 },
      valid: ["9007199254740992"],
      invalid: [large, "9007199254740994"],
    },
    {
      schema: { type: "integer", minimum: 9007199254740994 },
      valid: ["9007199254740994", "9007199254740995"],
      invalid: [large],
    },
  ];
  const ok = { responses: { "200": done, "400": { description: "Bad" } } };
  for (const { schema, valid, invalid } of limits) {
    const one = (name: string, place: string) => ({ name, in: place, schema, required: place === "path" });
    const list = { ...one("ids", "query"), schema: { type: "array", items: schema }, explode: false };
    const mock = await mockOf(t, {
      paths: {
        "/path/{id}": { get: { operationId: "a", parameters: [one("id", "path")], ...ok } },
        "/else": {
          get: {
            operationId: "b",
            parameters: [one("after", "query"), one("X-Since", "header"), one("c", "cookie"), list],
            ...ok,
          },
        },
      },
    });
    for (const [numbers, status] of [
      [valid, 200],
      [invalid, 400],
    ] as const)
      for (const number of numbers) {
        const title = `${number} by ${JSON.stringify(schema)}`;
        t.equal((await send(`${mock.url}/path/${number}`)).status, status, `${title} in a path`);
        t.equal((await send(`${mock.url}/else?after=${number}`)).status, status, `${title} in a query`);
        t.equal(
          (await send(`${mock.url}/else?ids=${number},${number}`)).status,
          status,
          `${title} in a list`,
        );
        for (const fields of [{ "X-Since": number }, { Cookie: `c=${number}` }])
          t.equal((await send(`${mock.url}/else`, "GET", undefined, fields)).status, status, title);
      }
  }
});

t.test("resources below one whose id is beyond 2^53 are those of its list", async (t) => {
  const pet = {
    type: "object",
    required: ["id", "ownerId"],
    properties: { id: { type: "string" }, ownerId: int64, name: { type: "string" } },
  };
  const ownerId = { name: "ownerId", in: "path", required: true, schema: int64 };
  const petId = { name: "petId", in: "path", required: true, schema: { type: "string" } };
  const list = json({ type: "array", items: pet });
  const mock = await mockOf(t, {
    paths: {
      "/owners/{ownerId}/pets": {
        parameters: [ownerId],
        get: { operationId: "listPets", responses: { "200": list } },
        post: { operationId: "addPet", requestBody: body(named), responses: { "201": json(pet) } },
      },
      "/pets": { get: { operationId: "listAll", responses: { "200": list } } },
      "/pets/{petId}": {
        get: { operationId: "fetchPet", parameters: [petId], responses: { "200": json(pet) } },
      },
    },
  });
  const pets = `${mock.url}/owners/${large}/pets`;
  const added = await send(pets, "POST", { name: "a" });
  t.match(added, { status: 201, body: { ownerId: 9007199254740992, name: "a" } });
  t.same((await send(pets)).body, [added.body]);
  t.same((await send(`${mock.url}/owners/5/pets`)).body, []);
});

t.test("members that are named by a number in the path are listed with a number", async (t) => {
  const user = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const teamId = { name: "teamId", in: "path", required: true, schema: { type: "string" } };
  const userId = { name: "userId", in: "path", required: true, schema: { type: "integer" } };
  const team = { type: "object", properties: { id: { type: "string" } } };
  const mock = await mockOf(t, {
    paths: {
      "/teams": { post: { operationId: "addTeam", requestBody: body({}), responses: { "201": json(team) } } },
      "/teams/{teamId}": {
        get: { operationId: "fetchTeam", parameters: [teamId], responses: { "200": json(team) } },
      },
      "/teams/{teamId}/users": {
        get: {
          operationId: "listUsers",
          parameters: [teamId],
          responses: { "200": json({ type: "array", items: user }) },
        },
      },
      "/teams/{teamId}/users/{userId}": {
        put: { operationId: "joinTeam", parameters: [teamId, userId], responses: { "204": done } },
      },
    },
  });
  const { id: team1 } = (await send(`${mock.url}/teams`, "POST", {})).body as { id: string };
  t.equal((await send(`${mock.url}/teams/${team1}/users/7`, "PUT")).status, 204);
  t.same((await send(`${mock.url}/teams/${team1}/users`)).body, [{ id: 7 }]);
});
