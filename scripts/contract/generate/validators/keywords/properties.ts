// `properties` and `dependentSchemas`: schemas by name.
import { escapeSegment } from "../../../document/pointer.ts";
import { emit } from "../../code.ts";
import { withText } from "../code/path-code.ts";
import { access, isPresent } from "../code/properties-code.ts";
import { acceptsAll, isSchemaMap, keyword } from "./keyword.ts";

export const properties = keyword(isSchemaMap, (place, schemas) => {
  const { code, data, instancePath } = place.is;
  for (const [name, schema] of Object.entries(schemas)) {
    if (acceptsAll(schema)) continue;
    const start = code.length;
    const value = code.name(emit`value`);
    code.line(emit`const ${value} = ${access(data, name)};`);
    const written = code.when(isPresent(data, name, value), () => {
      const path = withText(instancePath, `/${escapeSegment(name)}`);
      place.below(["properties", name], schema, { data: value, instancePath: path }).write();
    });
    if (!written) code.dropAfter(start);
  }
});

export const dependentSchemas = keyword(isSchemaMap, (place, schemas) => {
  const { code, data } = place.is;
  for (const [name, schema] of Object.entries(schemas)) {
    code.when(isPresent(data, name), () => {
      place.below(["dependentSchemas", name], schema).write();
    });
  }
});
