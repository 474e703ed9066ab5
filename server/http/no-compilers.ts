// What Fastify is given in place of its schema compilers.

/**
 * No route asks Fastify to compile its schema, since validators are generated. Its own compilers, made even so, would load Ajv and
 * fast-json-stringify, and take a tenth of the start.
 */
export const noCompilers = {
  compilersFactory: { buildValidator: () => refuseSchema, buildSerializer: () => refuseSchema },
};

function refuseSchema(): never {
  throw new TypeError(
    "A route has a schema and no compiler; requests and responses are checked by generated validators.",
  );
}
