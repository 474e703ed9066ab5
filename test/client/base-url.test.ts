// Base URLs of calls.
import t from "tap";
import { baseUrlOf } from "../../client/request/base-url.ts";

const client = "https://api.example.com/v1";

t.test("a call uses its own base URL, else its operation's server, else the client's", async (t) => {
  const cases = [
    { want: client },
    { own: "http://127.0.0.1:3000/", want: "http://127.0.0.1:3000" },
    { server: "https://files.example.com/files", want: "https://files.example.com/files" },
    { server: "/files", want: "https://api.example.com/files" },
    { server: "/", want: "https://api.example.com" },
    { server: "//evil.example/x", want: "https://api.example.com/evil.example/x" },
    { server: "/\\evil.example", want: "https://api.example.com/evil.example" },
    { server: "\\\\evil.example/x", want: "https://api.example.com/evil.example/x" },
    { server: "https://files.example.com", own: "http://localhost/x//", want: "http://localhost/x" },
  ];
  for (const { server, own, want } of cases) t.equal(baseUrlOf(client, server, own), want);
});

t.test("a base URL with a query, a fragment or a user is rejected", async (t) => {
  for (const own of ["", "ftp://x", "https://a:b@x", "https://x?q=1", "https://x#f", "/v1", "https://x y"])
    t.throws(() => baseUrlOf(client, undefined, own), { message: "baseUrl must be a plain http(s) URL" });
});
