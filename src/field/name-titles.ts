/**
 * Titles around a name: academic, professional and religious. They are not part of the legal name (deeds leave
 * them out, KTP may carry them; Permendagri 73/2022), so a difference in titles alone never makes a finding.
 * List: domain.md §3.2. Written forms are compared without dots and spaces: "S. Pd. I" and "SPDI" are one.
 */

/** Taken off the front, with or without a dot. */
const FRONT = new Set(
  "PROF DR DRG DRH IR DRS DRA H HJ HI KH HAJI HAJJAH UST USTADZ USTADZAH USTAD NS APT BD BDN PDT SR RM TGK".split(
    " ",
  ),
);

/** Taken off the end, as one word after dots and spaces are removed. */
const BACK = new Set(
  (
    "AMAPD AMAPDSD AMAPUST AMD AMDKEP AMDKEB AMDKOM AMDAK AMDFARM AMDKES AMDGZ AMDT AMDRO AMDPK AMDIP AMDFT AMDKG AMDKL AMDPAR AMDPEL AMDTEM AMDTRA AMKEB AMKEP AMKL AMG AMAK AMF AMR " +
    "SPD SPDI SPDSD SPDAUD SPDPAUD SPDK SPDB SPDH SPDJAS SPDGR SHI SEI SESY SKOM SKOMP STP SST SSTP SSTKEB SSTFT STRKEP STRKEB STRKES STRAK STRKOM STRGZ STRT STRIP STRSOS STRSTAT " +
    "SIP SSOS SSOSI SAG STH SSI SPT SHUT SKEP SKEB SKM SFARM SGZ SKED SPSI SHUM SIKOM SAK SAP SADM SPI SPN SSN SFIL SIPEM SITP SFT SKH SKG SARS SIPUST SSTAT " +
    "MPD MPDI MSI MKOM MKES MAP MAK MHUM MSC MBA MPH MKEP MKEB MAG MHI MSOS MKM MFARM MENG MIKOM MTI MTPD " +
    "NERS BDN SPA SPB SPOG SPPD SPM SPTHT SPAN SPRAD SPKJ BSC CPA CPNS " +
    // no titles: they stand in front of a number below the name
    "NIP NIPTT NIPPPK NUPTK"
  ).split(" "),
);

/** Titles that are also words of names or could be: only with a dot, a comma or mixed case are they surely titles. */
const BACK_AMBIGUOUS = new Set(
  "AMA AP MA SE SH SM ST SS SI SP SMAT SOR SPAR SAKUN MM MH MT BA GR NS APT NIK".split(" "),
);

/** Letters of the longest title at the end of a name, however many words it is written in. */
export const LONGEST_BACK_TITLE = Math.max(...[...BACK, ...BACK_AMBIGUOUS].map((title) => title.length));

/** Whether a word is the writing of a title, at one end of a name or the other. */
export function isTitle(letters: string): boolean {
  return FRONT.has(letters) || BACK.has(letters) || BACK_AMBIGUOUS.has(letters);
}

export interface UntitledWords {
  readonly words: string[];
  /** How many of the last words may be titles written without any mark ("RATNA DEWI SE"). */
  readonly doubtful: number;
}

/** A written word: its letters, and whether a dot followed them. */
export interface WrittenWord {
  readonly letters: string;
  readonly dotted: boolean;
}

/**
 * Takes titles off. `words` stand before the first comma; `afterComma` are the comma-separated rest. The last
 * remaining word is never taken: a person called Ma, Se or H keeps the name.
 */
export function withoutTitles(words: WrittenWord[], afterComma: readonly WrittenWord[][]): UntitledWords {
  const kept = words.slice();
  for (let taken = takeFrontTitle(kept); taken > 0 && kept.length > taken; taken = takeFrontTitle(kept)) {
    kept.splice(0, taken);
  }
  for (const piece of afterComma) {
    if (!isTitlePiece(piece)) kept.push(...piece);
  }
  let doubtful = 0;
  for (let taken = takeBackTitles(kept); taken > 0 && kept.length > taken; taken = takeBackTitles(kept)) {
    kept.length -= taken;
  }
  while (doubtful < kept.length - 1 && isAmbiguous(kept[kept.length - 1 - doubtful]!)) doubtful++;
  return { words: kept.map((word) => word.letters), doubtful };
}

/** How many of the first words form one title; 0 when none. */
function takeFrontTitle(words: readonly WrittenWord[]): number {
  const first = words[0];
  if (first === undefined) return 0;
  if (FRONT.has(first.letters)) return 1;
  // K.H. (kiai haji) is the one that is written apart
  return first.letters === "K" && words[1]?.letters === "H" ? 2 : 0;
}

/** How many of the last words are one sure title and what is behind it, which then is titles as well: "S.Kep Ns". */
function takeBackTitles(words: readonly WrittenWord[]): number {
  for (let behind = 0; behind < words.length; behind++) {
    const taken = takeBackTitle(words.slice(0, words.length - behind));
    if (taken > 0) return taken + behind;
    if (!isAmbiguous(words[words.length - 1 - behind]!)) return 0;
  }
  return 0;
}

function isAmbiguous(word: WrittenWord): boolean {
  return BACK_AMBIGUOUS.has(word.letters);
}

/** How many of the last words form one sure title; 0 when none. The longest, so that "S Pd I" is not cut to "I". */
function takeBackTitle(words: readonly WrittenWord[]): number {
  let longest = 0;
  let joined = "";
  for (let count = 1; count <= Math.min(4, words.length - 1); count++) {
    const first = words[words.length - count]!;
    joined = first.letters + joined;
    if (joined.length > LONGEST_BACK_TITLE) break;
    if (BACK.has(joined) || (BACK_AMBIGUOUS.has(joined) && first.dotted)) longest = count;
  }
  return longest;
}

/**
 * After a comma nearly everything is a title; only long undotted words, and short given names, are taken for a displaced
 * part of the name.
 */
function isTitlePiece(piece: readonly WrittenWord[]): boolean {
  const joined = piece.map((word) => word.letters).join("");
  if (BACK.has(joined) || BACK_AMBIGUOUS.has(joined) || FRONT.has(joined)) return true;
  if (piece.some((word) => word.dotted) || titlesInARow(joined)) return true;
  return joined.length <= 3 && !SHORT_NAMES.has(joined);
}

/** Given names as short as a title, which some lists put behind the comma: "RAHAYU, SRI". */
const SHORT_NAMES = new Set(
  (
    "SRI TRI DWI EKA ALI ADI ARI EDI EDY ADE AYU NUR IDA INA ITA INE INI ANI ANA ENI ENY EVI EVA EVY ELI ELY ERI ERY LIA MIA NIA RIA TIA " +
    "VIA DIA DEA LEO RIO TIO IIN IIS IIM AAN AAM UUN YUS JON IAN BEN ASA OKA IDE GUS MEI UMI UCI USI ATI ETI ICA IRA IMA ISA UJI ADA IIP"
  ).split(" "),
);

/** "SPDMPD": several titles whose separating comma was forgotten. */
function titlesInARow(joined: string): boolean {
  for (let cut = 2; cut <= joined.length - 2; cut++) {
    if (BACK.has(joined.slice(0, cut))) {
      const rest = joined.slice(cut);
      if (BACK.has(rest) || BACK_AMBIGUOUS.has(rest) || titlesInARow(rest)) return true;
    }
  }
  return false;
}
