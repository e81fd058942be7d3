/** Colour, decided once. The only user of chalk, whose own detection does not know NO_COLOR. */
import { Chalk } from "chalk";
import type { Style } from "../report/terminal.ts";
import type { Io } from "./io.ts";

/**
 * Whether to use colour on stdout: never when the user forbade it (`--no-color`, `color: false`, NO_COLOR), else
 * when FORCE_COLOR asks for it, else on a terminal that has it. See no-color.org and force-color.org.
 * @param allowed false when flag or configuration forbid colour
 */
export function usesColor(allowed: boolean, io: Io): boolean {
  const noColor = io.env?.["NO_COLOR"];
  const force = io.env?.["FORCE_COLOR"];
  if (!allowed || (noColor !== undefined && noColor !== "")) return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return io.stdout.isTTY === true && io.env?.["TERM"] !== "dumb";
}

export function terminalStyle(color: boolean): Style {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return { heading: chalk.bold.cyan, strong: chalk.bold, faint: chalk.dim };
}
