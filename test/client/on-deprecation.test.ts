// Deprecations that servers declare in responses.
import t from "tap";
import { type DeprecationNotice, onDeprecation } from "../../client/on-deprecation.ts";
import { json, observedClient } from "./observed-fetch.ts";

const page = { senderPools: [], pagination: { next: null, self: "one" } };
const day = "2023-06-30T23:59:59.000Z";

async function noticesOf(headers: Record<string, string>): Promise<DeprecationNotice[]> {
  const notices: DeprecationNotice[] = [];
  const { client } = observedClient([() => json(page, 200, headers)], {
    hooks: onDeprecation((notice) => notices.push(notice)),
  });
  await client.senderPools.list();
  await client.senderPools.list();
  return notices;
}

t.test("a deprecated operation is reported once, with the server's dates and link", async (t) => {
  const operation = {
    method: "GET",
    template: "/SenderPools",
    deprecated: undefined,
    sunset: undefined,
    link: undefined,
  };
  const cases: readonly (readonly [headers: Record<string, string>, want: object | undefined])[] = [
    [{}, undefined],
    [{ Deprecation: "@1688169599" }, { deprecated: new Date(day) }],
    [
      { Deprecation: "@1688169599", Sunset: "Fri, 30 Jun 2023 23:59:59 GMT" },
      { deprecated: new Date(day), sunset: new Date(day) },
    ],
    [{ Sunset: "Fri, 30 Jun 2023 23:59:59 GMT" }, { sunset: new Date(day) }],
    [{ Deprecation: "true" }, {}],
    [{ Deprecation: "false" }, undefined],
    [
      {
        Deprecation: "@1688169599",
        Link: '</a>; rel="next", <https://x.example/why>; rel="deprecation"; type="text/html"',
      },
      { deprecated: new Date(day), link: "https://x.example/why" },
    ],
  ];
  for (const [headers, want] of cases)
    t.strictSame(
      await noticesOf(headers),
      want === undefined ? [] : [{ ...operation, ...want }],
      JSON.stringify(headers),
    );
});
