#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "../dist/main.js";

// How much bytecode a function runs before V8 optimises it, six times the default: in a run of a second, optimising
// takes longer than it saves, on the very cores that the work is waiting for. A long run does not notice.
setFlagsFromString("--interrupt-budget=400000");

process.exitCode = await main(process.argv, process);
