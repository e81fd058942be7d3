/**
 * What a sentence is: the same words in every language, side by side, so that none can be forgotten. Sentences get
 * facts and return text; they look nothing up and decide nothing.
 */
import type { Bilingual, Language } from "../config/plan.ts";
import type { IdentifierKind } from "../field/identifier.ts";

export type { Bilingual, Language };

/** A sentence with facts in it. Without facts it is a `Bilingual` text. */
export type Sentence<F> = Readonly<Record<Language, (facts: F) => string>>;

/** How the reports of a run speak: in which language, and of which kind of number. */
export interface Wording {
  readonly language: Language;
  readonly identifier: IdentifierKind;
}
