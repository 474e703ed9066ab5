// `items` and `prefixItems`
import { emit } from "../../code.ts";
import { forItems } from "../code/loops.ts";
import { withSegment, withText } from "../code/path-code.ts";
import { acceptsAll, isSchema, isSchemaList, keyword } from "./keyword.ts";

export const items = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  const { code, data, instancePath } = place.is;
  const { prefixItems: prefix } = place.keywords;
  const from = Array.isArray(prefix) ? prefix.length : 0;
  if (schema === false && Array.isArray(prefix)) {
    const message = `must NOT have more than ${from} items`;
    place.failIf(emit`${data}.length > ${from}`, "items", { limit: from }, message);
    return;
  }
  forItems(place, from, (index) => {
    const start = code.length;
    const value = code.name(emit`value`);
    code.line(emit`const ${value} = ${data}[${index}];`);
    const before = code.length;
    place.below(["items"], schema, { data: value, instancePath: withSegment(instancePath, index) }).write();
    if (code.length === before) code.dropAfter(start);
  });
});

export const prefixItems = keyword(isSchemaList, (place, schemas) => {
  const { code, data, instancePath } = place.is;
  for (const [index, schema] of schemas.entries()) {
    code.when(emit`${data}.length > ${index}`, () => {
      const path = withText(instancePath, `/${index}`);
      const value = emit`${data}[${index}]`;
      place.below(["prefixItems", index], schema, { data: value, instancePath: path }).write();
    });
  }
});
