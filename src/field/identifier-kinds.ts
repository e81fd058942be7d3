/**
 * The identifier kinds a run can be told to use. To add one: its file, a line here, its name in identifier.ts.
 */
import type { IdentifierField, IdentifierKind } from "./identifier.ts";
import { NIK } from "./nik.ts";
import { NIP } from "./nip.ts";
import { PLAIN } from "./plain.ts";

export const IDENTIFIER_KINDS: Readonly<Record<IdentifierKind, IdentifierField>> = {
  nik: NIK,
  nip: NIP,
  plain: PLAIN,
};

export function identifierField(kind: IdentifierKind): IdentifierField {
  return IDENTIFIER_KINDS[kind];
}
