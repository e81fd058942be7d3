#!/usr/bin/env node
import { optimiseLate } from "../dist/machine/compiler.js";
import { main } from "../dist/main.js";

// most runs are short; a long one thinks better of it
optimiseLate();

process.exitCode = await main(process.argv, process);
