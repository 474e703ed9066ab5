// Owners of a file by CODEOWNERS, and whose acceptances count because of it.
import t from "tap";
import { ownersOf } from "../../../scripts/contract/diff/accept/code-owners.ts";

t.test("the last CODEOWNERS pattern that matches a file determines its owners", async (t) => {
  const cases: { text: string; path?: string; want: string[] }[] = [
    { text: "* @all\n", want: ["@all"] },
    {
      text: "* @all\n*.yaml @Api @org/team dev@example.com\n",
      want: ["@api", "@org/team", "dev@example.com"],
    },
    { text: "/spec/ @spec # those who know\n", want: ["@spec"] },
    { text: "spec @spec\n", want: ["@spec"] },
    { text: "spec/* @spec\n", want: ["@spec"] },
    { text: "spec/* @spec\n", path: "spec/deep/a.yaml", want: [] },
    { text: "/accepted.yaml @top\n", want: [] },
    { text: "accepted.yaml @any\n", want: ["@any"] },
    { text: "**/accepted.yaml @any\n", want: ["@any"] },
    { text: "spec/** @any\n", path: "spec/deep/a.yaml", want: ["@any"] },
    { text: "/s?ec/ @any\n", want: ["@any"] },
    { text: "* @all\n/spec/ # nobody\n", want: [] },
    { text: "my\\ folder/ @any\n", path: "my folder/a", want: ["@any"] },
    { text: "# spec @none\n", want: [] },
    { text: "(spec @a\n", want: [] },
    { text: "* @all\n[API][2] @usual\n/spec/\n", want: ["@all", "@usual"] },
    { text: "^[API]\n/spec/ @b\n[api]\nspec/accepted.yaml @c\n", want: ["@c"] },
  ];
  for (const { text, path = "spec/accepted.yaml", want } of cases)
    t.same([...ownersOf(path, text)].sort(), [...want].sort(), text);
});
