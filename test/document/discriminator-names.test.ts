// Which branch of a union a discriminator value selects.
import t from "tap";
import { leadsTo, namesOfBranch } from "../../scripts/contract/document/discriminator-names.ts";
import { unionTag } from "../../scripts/contract/generate/resources/union-tag.ts";

const cat = "/components/schemas/Cat";

t.test("a branch is selected by its mapped values, or by its own name if none are mapped", (t) => {
  const mapping = { cat: `#${cat}`, kitten: "Cat", dog: "Dog" };
  t.same(namesOfBranch({ propertyName: "kind", mapping }, cat), ["cat", "kitten"]);
  t.same(namesOfBranch({ propertyName: "kind" }, cat), ["Cat"]);
  t.ok(leadsTo("Cat", cat) && leadsTo(`#${cat}`, cat));
  t.notOk(leadsTo("Dog", cat) || leadsTo(undefined, cat));
  t.end();
});

t.test("any other discriminator value selects the branch of defaultMapping", (t) => {
  const branches = ["Cat", "Dog"].map((name) => ({
    pointer: "",
    node: { $ref: `#/components/schemas/${name}` },
  }));
  const discriminator = { propertyName: "kind", defaultMapping: "Dog" };
  const root = { components: { schemas: { Cat: { type: "object" }, Dog: { type: "object" } } } };
  const tag = unionTag(root, { discriminator }, branches);
  t.equal(tag?.others, branches[1]);
  t.same([...(tag?.branches.keys() ?? [])], ["Cat", "Dog"]);
  t.end();
});
