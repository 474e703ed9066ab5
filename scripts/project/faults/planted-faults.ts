// All faults to plant.
import { boundaryFaults } from "./boundary-faults.ts";
import type { PlantedFault } from "./planted-fault.ts";
import { responseFaults } from "./response-faults.ts";
import { serverFaults } from "./server-faults.ts";
import { validatorFaults } from "./validator-faults.ts";

export const plantedFaults: readonly PlantedFault[] = [
  ...validatorFaults,
  ...boundaryFaults,
  ...serverFaults,
  ...responseFaults,
];
