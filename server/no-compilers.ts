// What Fastify is given in place of its schema compilers.

/**
 * No route gives Fastify a schema, since validators are generated. Its own compilers, made even so, would load Ajv and
 * fast-json-stringify, and take a tenth of the start.
 */
export const noCompilers = {
  compilersFactory: { buildValidator: () => refuseSchema, buildSerializer: () => refuseSchema },
};

function refuseSchema(): never {
  throw new TypeError("A route has a schema; requests and answers are checked by generated validators.");
}
