#!/usr/bin/env node
import { main } from "../dist/main.js";
import { optimiseLate } from "../dist/text/compiler.js";

// most runs are short; a long one thinks better of it
optimiseLate();

process.exitCode = await main(process.argv, process);
