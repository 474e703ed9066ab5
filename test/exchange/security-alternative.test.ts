import t from "tap";
import {
  alternativesOf,
  alternativeText,
  opens,
} from "../../scripts/contract/exchange/security-alternative.ts";

const root = {
  components: {
    securitySchemes: {
      login: { type: "http", scheme: "Basic" },
      key: { type: "apiKey", in: "header", name: "x-key" },
      oauth: { type: "oauth2", flows: {} },
      alias: { $ref: "#/components/securitySchemes/key" },
    },
  },
};

t.test("a security requirement is its credentials, whatever the scheme's name", (t) => {
  const cases = [
    { given: [], want: "none" },
    { given: [{}], want: "none" },
    { given: [{ login: [] }], want: "http basic" },
    { given: [{ alias: [] }], want: "apiKey header x-key" },
    { given: [{ login: [], key: [] }], want: "http basic and apiKey header x-key" },
    { given: [{ oauth: ["read", "write"] }], want: "oauth2 (read write)" },
    { given: [{ nobody: [] }], want: "undeclared nobody" },
  ];
  for (const { given, want } of cases)
    t.equal(alternativesOf(root, given).map(alternativeText).join(", "), want);
  t.end();
});

t.test("credentials satisfy an alternative if they cover its schemes and scopes", (t) => {
  const [none, basic, read, both] = alternativesOf(root, [
    {},
    { login: [] },
    { oauth: ["read"] },
    { oauth: ["read", "write"], login: [] },
  ]);
  t.ok(opens(basic!, none!), "what is open is open to all");
  t.notOk(opens(none!, basic!));
  t.ok(opens(both!, read!), "more scopes than needed");
  t.ok(opens(both!, basic!), "more credentials than needed");
  t.notOk(opens(read!, both!));
  t.end();
});
