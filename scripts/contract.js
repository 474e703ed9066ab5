#!/usr/bin/env node
// The `contract` executable: generates, lints, compares and packages, for this repository's document or any
// other.
import { launch } from "./launch.js";

await launch("contract");
