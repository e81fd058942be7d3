/** `npm test`: everything that needs nothing but Node. What needs other programs has a configuration of its own. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/workbook/**"],
    globalSetup: ["test/left-out.ts"],
    setupFiles: ["test/setup.ts"],
    // by default one core is left idle, which on two is half of them
    maxWorkers: "100%",
    testTimeout: 60_000,
  },
});
