#!/usr/bin/env node
// The `contract` executable: generate, lint, diff and package, for this repository's document or anybody's.
import { launch } from "./launch.js";

await launch("contract");
