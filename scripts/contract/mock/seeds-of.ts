// Converts the data of a tenant to the form of seeds.
import type { SeedData } from "./mock-api.d.ts";
import type { MockData } from "./mock-data.ts";

export function seedsOf(data: MockData): SeedData {
  const all = Object.values(data).flatMap((own) => {
    if (own === undefined) return [];
    const collections = Object.entries(own.collections).map(([path, resources]): [string, unknown] => {
      const [first] = resources;
      return [
        path,
        resources.length === 1 && first?.id === "" ? first.value : resources.map(({ value }) => value),
      ];
    });
    return [...collections, ...Object.entries(own.members)].filter(
      ([, value]) => !Array.isArray(value) || value.length > 0,
    );
  });
  return Object.fromEntries(all);
}
