// Negates a formula where the result is small and simple.
import { all, type Formula } from "./formula.ts";

/**
 * Returns formulas of which one holds exactly if `formula` fails; undefined if there is no simple negation.
 */
export function opposite(formula: Formula): readonly Formula[] | undefined {
  switch (formula.is) {
    case "all": {
      const parts = formula.of.map(opposite);
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case "literal": {
      const { node, sign, group } = formula.literal;
      return group === 0 ? [{ is: "literal", literal: { node, sign: !sign, group } }] : undefined;
    }
    case "present":
      return [{ is: "absent", name: formula.name }];
    case "absent":
      return [{ is: "present", name: formula.name }];
    case "property": {
      const { node, sign, group } = formula.literal;
      if (group > 0) return undefined;
      const { name } = formula;
      return [
        all([
          { is: "present", name },
          { is: "property", name, literal: { node, sign: !sign, group } },
        ]),
      ];
    }
    default:
      return undefined;
  }
}
