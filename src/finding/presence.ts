/**
 * Whether the population registry has a person, as one source tells it. A registry lists who exists, so absence from
 * it speaks; answers speak only of the identifiers that were asked, and only where the call was answered.
 */
import { speaks } from "../match/answer-links.ts";
import { levelEntry } from "../match/levels.ts";
import type { SourceEvidence } from "./evidence.ts";
import { agrees } from "./judged-level.ts";

export type Presence = "yes" | "no" | "unknown";

/** "unknown" for sources that cannot tell: documents and listings. */
export function presenceIn(source: SourceEvidence): Presence {
  const { kind, status, compared } = source;
  if (kind === "document" || kind === "listing") return "unknown";
  // a row that stands for the answer "not in our data"
  if (compared?.status === "not_registered") return "no";
  if (kind === "answers") {
    return compared !== null && speaks(compared.levels, compared.status) ? "yes" : "unknown";
  }
  if (compared !== null) return "yes";
  return status === "ambiguous" ? "unknown" : "no";
}

/**
 * All sources taken together. What was answered about this very identifier comes before lists, which can be months
 * old or of one region only (domain.md §5.2); "no" comes before "yes". That a mistyped number is nobody's says nothing
 * of whom a registry has under another.
 */
export function presence(sources: readonly SourceEvidence[]): Presence {
  const said = (kind: "answers" | "registry", what: Presence) =>
    sources.some((source) => source.kind === kind && presenceIn(source) === what);
  if (said("answers", "no") && !hasOtherNumber(sources)) return "no";
  if (said("answers", "yes")) return "yes";
  // a row that says "not in our data" says so of this person, whatever another list has
  if (sources.some((source) => source.kind === "registry" && source.compared?.status === "not_registered"))
    return "no";
  for (const answer of ["unknown", "yes", "no"] as const) if (said("registry", answer)) return answer;
  return "unknown";
}

/** Whether a registry has the person, and under a whole number that is not the roster's. */
export function hasOtherNumber(sources: readonly SourceEvidence[]): boolean {
  return sources.some(
    (source) =>
      source.kind === "registry" &&
      source.compared !== null &&
      presenceIn(source) === "yes" &&
      source.compared.person.identifier.state === "sound" &&
      !agrees(levelEntry(source.compared.levels, "nik")),
  );
}
