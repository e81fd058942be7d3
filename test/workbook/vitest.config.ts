import { defineConfig } from "vitest/config";

/** The tests that need LibreOffice, which a developer's machine need not have. */
export default defineConfig({
  test: {
    include: ["test/workbook/**/*.test.ts"],
    testTimeout: 120_000,
    fileParallelism: false,
  },
});
