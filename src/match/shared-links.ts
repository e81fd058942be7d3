/** The links of one source as another thread gets them, whichever way they were made. */
import type { SharedCandidates } from "./candidates.ts";
import type { SharedModel } from "./model.ts";
import type { Basis, Settled } from "./settle.ts";

export type SharedLinks = SharedWeighedLinks | SharedAnswerLinks;

/** Made by weighing candidates. */
export interface SharedWeighedLinks {
  readonly kind: "weighed";
  readonly store: SharedCandidates;
  readonly basis: Omit<Basis, "model"> & { readonly model: SharedModel };
  readonly settled: Settled;
}

/** Made of what was answered about identifiers. */
export interface SharedAnswerLinks {
  readonly kind: "answered";
  readonly store: SharedCandidates;
  readonly rosterCount: number;
  readonly rows: number;
}
