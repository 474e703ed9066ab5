// Resources in bodies that hold more than them.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const place = {
  type: "object",
  properties: { id: { type: "string" }, name: { type: "string" }, tags: { type: "object" } },
};
const problem = { type: "object", required: ["code"], properties: { code: { type: "string" } } };
const errors = { type: "array", items: problem };
const page = { type: "object", properties: { errors, places: { type: "array", items: place } } };
const whole = { type: "object", properties: { errors, place } };

t.test("a resource beside other members of a body is created, and listed beside errors", async (t) => {
  const mock = await mockOf(t, {
    paths: {
      "/places": {
        get: { operationId: "listPlaces", responses: { "200": json(page) } },
        post: { operationId: "addPlace", requestBody: body({}), responses: { "200": json(whole) } },
      },
      "/places/{id}": {
        get: { operationId: "fetchPlace", parameters: [idParameter], responses: { "200": json(place) } },
      },
    },
  });
  const bodies: readonly { given: object; want: object }[] = [
    { given: { place: { name: "a" }, idempotency_key: "1" }, want: { name: "a" } },
    { given: { place: { name: "a" } }, want: { name: "a" } },
    { given: { name: "a" }, want: { name: "a" } },
    { given: { name: "a", tags: { name: "b" } }, want: { name: "a", tags: { name: "b" } } },
  ];
  for (const { given, want } of bodies) {
    const added = (await send(`${mock.url}/places`, "POST", given)).body as { place: { id: string } };
    t.same(added.place, { id: added.place.id, ...want }, JSON.stringify(given));
    t.same((await send(`${mock.url}/places/${added.place.id}`)).body, added.place);
  }
  const listed = (await send(`${mock.url}/places`)).body as { places: object[]; errors?: unknown };
  t.equal(listed.places.length, bodies.length);
  t.equal(listed.errors, undefined);
  // Members that no resource has, and no resource in them.
  const odd = { options: { x: 1 }, other: 2 };
  t.equal((await send(`${mock.url}/places`, "POST", odd)).status, 200);
});
