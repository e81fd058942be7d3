/** How a path names a sheet of a workbook: `daftar.xlsx#Dinas Kesehatan`. */

/**
 * The path before the last `#`, and what stands from there on, the `#` included; null where it has none. A file may have
 * `#` in its name: whether there is one that is called so as a whole is for whoever looks for it to see first.
 */
export function splitSheet(path: string): readonly [workbook: string, sheet: string] | null {
  const mark = path.lastIndexOf("#");
  return mark > 0 ? [path.slice(0, mark), path.slice(mark)] : null;
}
