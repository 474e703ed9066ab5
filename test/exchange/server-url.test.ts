import t from "tap";
import { serverPath, serverPattern, serverUrls } from "../../scripts/contract/exchange/server-url.ts";

t.test("servers are expanded to their URLs", (t) => {
  const cases = [
    { given: [], want: ["/"] },
    { given: [{ url: "/v1/" }], want: ["/v1"] },
    { given: [{ url: "/" }], want: ["/"] },
    {
      given: [{ url: "https://{r}.example", variables: { r: { default: "eu", enum: ["eu", "us"] } } }],
      want: ["https://eu.example", "https://us.example"],
    },
    {
      given: [{ url: "https://{tenant}.example", variables: { tenant: { default: "a" } } }],
      want: ["https://a.example", "https://{tenant}.example"],
    },
    { given: [{ url: "{path}", variables: { path: { default: "/v1" } } }], want: ["/v1"] },
    { given: [{ url: "/{v}", variables: { v: { default: "a/b" } } }], want: ["/a/b"] },
    { given: [{ url: "HTTPS://API.Example:443/V1/" }], want: ["https://api.example/V1"] },
    {
      given: [{ url: "http://a.example:80" }, { url: "http://a.example:443" }],
      want: ["http://a.example", "http://a.example:443"],
    },
    { given: [{ url: "https://{Tenant}.A.example" }], want: ["https://{Tenant}.a.example"] },
    { given: [{ url: "https://[2001:DB8::1]:443/" }], want: ["https://[2001:db8::1]"] },
    { given: [{ url: "https://a.example/%7Eb%2fc" }], want: ["https://a.example/~b%2Fc"] },
    { given: [{ url: "/a" }, { url: "/a" }], want: ["/a"] },
    { given: [{}], want: ["/"] },
  ];
  for (const { given, want } of cases) t.same(serverUrls(given), want, JSON.stringify(given));
  t.end();
});

t.test("a server variable without an enum matches anything but a slash", (t) => {
  const pattern = new RegExp(`^${serverPattern("https://{tenant}.example/v1")}$`);
  t.match("https://acme.example/v1", pattern);
  t.match("https://{tenant}.example/v1", pattern);
  t.notMatch("https://a/b.example/v1", pattern);
  t.notMatch("https://acmeXexample/v1", pattern);
  t.end();
});

t.test("the path of a server is a prefix of every path", (t) => {
  const cases = { "https://a.example/v1/": "/v1", "https://a.example": "", "/v2": "/v2", "/": "" };
  for (const [given, want] of Object.entries(cases)) t.equal(serverPath(given), want, given);
  t.end();
});
