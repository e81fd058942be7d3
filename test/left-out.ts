/** Says what `npm test` leaves out, so that nobody takes its silence for a check of the reports in a browser. */
export function setup(): void {
  process.stdout.write(
    "Skipped here: the reports in Chromium (npm run test:browser) and in LibreOffice (npm run test:workbook).\n",
  );
}
