/**
 * `npm test`: everything that needs nothing but Node. What needs other programs has a configuration of its own.
 * `npm run laws`: of these the laws that draw a part of their examples there (drawn.ts), with all of them.
 *
 * Tests share the modules that are loaded once in each worker: to load the program anew for every file took as long as
 * half the tests. Files that put another module in the place of one (`*.mocked.test.ts`) have modules of their own.
 */
import { configDefaults, defineConfig } from "vitest/config";

const MOCKED = "test/**/*.mocked.test.ts";

/** The mode of `npm run laws`. */
const LAWS = "laws";

export default defineConfig(({ mode }) => {
  const shared = {
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    provide: { drawsAll: mode === LAWS },
    // the workers take up all cores already: threads of the garbage collector only take turns with them
    execArgv: ["--single-threaded-gc"],
  };
  return {
    test: {
      globalSetup: ["test/left-out.ts"],
      // by default one core is left idle, which on two is half of them
      maxWorkers: "100%",
      projects: [
        {
          test: {
            ...shared,
            name: "together",
            include: ["test/**/*.test.ts"],
            exclude: [...configDefaults.exclude, "test/browser/**", "test/workbook/**", MOCKED],
            isolate: false,
          },
        },
        { test: { ...shared, name: "mocked", include: [MOCKED] } },
      ],
    },
  };
});
