// Stubs that replace Fastify's schema compilers.

/**
 * No route has a schema for Fastify to compile, since validators are generated. Creating Fastify's own
 * compilers would still load Ajv and fast-json-stringify, a tenth of the start time.
 */
export const noCompilers = {
  compilersFactory: { buildValidator: () => rejectSchema, buildSerializer: () => rejectSchema },
};

function rejectSchema(): never {
  throw new TypeError(
    "A route has a schema and no compiler; requests and responses are checked by generated validators.",
  );
}
