// `…/config`: the type of `contract.config.ts`.
import type { ContractConfig } from "../config/contract.config.schema.d.ts";

export type { ContractConfig } from "../config/contract.config.schema.d.ts";

/**
 * Returns the config unchanged: an editor completes and checks its argument.
 *
 * @example
 * export default defineConfig({ documents: { pets: "spec/pets.yaml" }, diff: { "fail-on": "any" } });
 */
export function defineConfig(config: ContractConfig): ContractConfig {
  return config;
}
