/**
 * Links a roster to a registry in SQL, as someone at home in it would: first the exact NIK, then, for whoever is
 * left on both sides, the same birth date with a name or a NIK that is nearly alike (asking for both finds 1.3 in
 * a hundred fewer and is hardly more often right). One best row for each roster row. It answers less than cocok does: no findings, no duplicates, no cases, no reasons.
 *
 * `node duckdb-links.js ROSTER_DELIMITER ROSTER SOURCE_DELIMITER SOURCE LINKS`
 */
import { DUCKDB_PACKAGE } from "./duckdb.ts";

/** What is used of the package, which need not be installed. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>;
  };
}

const MOST_NIK_EDITS = 2;
const LEAST_NAME_SIMILARITY = 0.9;

const [rosterDelimiter, roster, sourceDelimiter, source, links] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];

const { DuckDBInstance } = (await import(DUCKDB_PACKAGE)) as DuckDb;
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();

await connection.run(`CREATE TABLE roster AS ${people(roster, rosterDelimiter, "unit")}`);
await connection.run(`CREATE TABLE source AS ${people(source, sourceDelimiter, "status")}`);
await connection.run(`CREATE TABLE exact AS
  SELECT roster.row AS roster_row, source.row AS source_row
  FROM roster JOIN source USING (nik)
  WHERE nik <> ''
  ${bestOf("jaro_winkler_similarity(roster.name, source.name) DESC")}`);
await connection.run(`CREATE TABLE near AS
  SELECT roster.row AS roster_row, source.row AS source_row
  FROM (FROM roster WHERE row NOT IN (SELECT roster_row FROM exact)) AS roster
  JOIN (FROM source WHERE row NOT IN (SELECT source_row FROM exact)) AS source USING (born)
  WHERE levenshtein(roster.nik, source.nik) <= ${MOST_NIK_EDITS}
    OR jaro_winkler_similarity(roster.name, source.name) >= ${LEAST_NAME_SIMILARITY}
  ${bestOf("jaro_winkler_similarity(roster.name, source.name) DESC, levenshtein(roster.nik, source.nik)")}`);
await connection.run(`COPY (
  SELECT ${text(roster)} AS roster_file, roster_row, 'dukcapil' AS source, source_row, 'linked' AS status
  FROM (FROM exact UNION ALL FROM near) ORDER BY roster_row
) TO ${text(links)} (HEADER)`);

/** The rows of a file with their spreadsheet numbers, digits alone in NIKs, names in capitals without titles. */
function people(file: string, delimiter: string, sixthColumn: string): string {
  const columns = ["nik", "name", "place", "born", "sex", sixthColumn, "address"].map(text).join(", ");
  return `SELECT row_number() OVER () + 1 AS row,
    regexp_replace(nik, '[^0-9]', '', 'g') AS nik,
    upper(trim(split_part(name, ',', 1))) AS name,
    try_strptime(born, '%d-%m-%Y') AS born
  FROM read_csv(${text(file)}, header = true, all_varchar = true, delim = ${text(delimiter)}, names = [${columns}])`;
}

function bestOf(order: string): string {
  return `QUALIFY row_number() OVER (PARTITION BY roster.row ORDER BY ${order}, source.row) = 1`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
