/**
 * What the numbers are called by which people are told apart. A roster holds NIKs, NIPs or numbers of some office's own,
 * and none may be called by another's name: a table of words that speaks of them is made once for each kind.
 */
import type { IdentifierKind } from "../field/identifier.ts";
import type { Bilingual } from "./sentence.ts";

export interface IdentifierWords {
  /** As it stands within a sentence; in English several take an s. */
  readonly name: Bilingual;
  /** As the label of a field. */
  readonly label: Bilingual;
  /** One of the signs it is written in; in English several take an s. */
  readonly sign: Bilingual;
}

const DIGIT: Bilingual = { id: "angka", en: "digit" };

const IDENTIFIER_WORDS: Readonly<Record<IdentifierKind, IdentifierWords>> = {
  nik: {
    name: { id: "NIK", en: "NIK" },
    label: { id: "NIK", en: "identifier (NIK)" },
    sign: DIGIT,
  },
  nip: {
    name: { id: "NIP", en: "NIP" },
    label: { id: "NIP", en: "identifier (NIP)" },
    sign: DIGIT,
  },
  plain: {
    name: { id: "nomor identitas", en: "identifier" },
    label: { id: "nomor identitas", en: "identifier" },
    sign: { id: "karakter", en: "character" },
  },
};

/** A table of words for each kind of identifier. */
export function forEachIdentifier<T>(
  make: (words: IdentifierWords) => T,
): Readonly<Record<IdentifierKind, T>> {
  return {
    nik: make(IDENTIFIER_WORDS.nik),
    nip: make(IDENTIFIER_WORDS.nip),
    plain: make(IDENTIFIER_WORDS.plain),
  };
}
