/**
 * Names as people of Musi Rawas carry them: by culture, sex and age, with the country's commonest names made as
 * common as they are, so that namesakes arise by themselves (domain.md §3.1). Hand-written by pattern; any likeness
 * to a living person is what common names are like. It refuses to know about errors, titles and writing: a name
 * here is the legal one, words in Title Case joined by one space.
 */
import type { Roll } from "./random.ts";

export type Sex = "L" | "P";
export type Culture =
  | "malay"
  | "javanese"
  | "sundanese"
  | "minang"
  | "batak"
  | "balinese"
  | "bugis"
  | "chinese"
  | "eastern";

/** Whose names a registry code suggests, by province; a province not listed is Malay. */
const CULTURE_BY_PROVINCE: Readonly<Record<string, Culture>> = {
  "12": "batak",
  "13": "minang",
  "18": "javanese",
  "31": "sundanese",
  "32": "sundanese",
  "33": "javanese",
  "34": "javanese",
  "35": "javanese",
  "36": "sundanese",
  "51": "balinese",
  "53": "eastern",
  "71": "eastern",
  "72": "bugis",
  "73": "bugis",
  "74": "bugis",
  "76": "bugis",
  "81": "eastern",
  "82": "eastern",
  "91": "eastern",
  "92": "eastern",
  "93": "eastern",
  "94": "eastern",
  "95": "eastern",
  "96": "eastern",
};

export function cultureOfProvince(code: string): Culture {
  return CULTURE_BY_PROVINCE[code.slice(0, 2)] ?? "malay";
}

/** Cultures of Musi Rawas, which took in Javanese settlers for a century: cumulative shares of households. */
const CULTURES_AT_HOME: readonly (readonly [number, Culture])[] = [
  [0.46, "malay"],
  [0.79, "javanese"],
  [0.84, "sundanese"],
  [0.89, "minang"],
  [0.93, "batak"],
  [0.955, "balinese"],
  [0.97, "bugis"],
  [0.985, "chinese"],
  [1, "eastern"],
];

export function cultureAtHome(roll: Roll): Culture {
  const x = roll.fraction();
  for (const [upTo, culture] of CULTURES_AT_HOME) if (x < upTo) return culture;
  return "malay";
}

/** "a b|c" → ["a b", "c"]; commonest first, because names are drawn with `pickCommon`. */
function names(text: string): readonly string[] {
  return text.trim().split(/\s*\|\s*/);
}

/** The commonest names and how many in a thousand people carry them. */
const TOP_NAMES: Readonly<Record<Sex, readonly (readonly [string, number])[]>> = {
  L: [
    ["Sutrisno", 3],
    ["Slamet", 2.5],
    ["Mulyadi", 2.5],
    ["Supriyanto", 2],
    ["Herman", 2],
    ["Junaidi", 2],
    ["Supriyadi", 1.8],
    ["Suparman", 1.7],
    ["Hermansyah", 1.6],
    ["Sugiono", 1.5],
    ["Sudirman", 1.5],
    ["Zainal Abidin", 1.5],
    ["Suyanto", 1.5],
    ["Iskandar", 1.3],
    ["Budi Santoso", 1.2],
    ["Ahmad Fauzi", 1.2],
    ["Agus Setiawan", 1.1],
    ["Heriyanto", 1.1],
    ["Sukirman", 1],
    ["Rusdi", 1],
    ["Muhammad Yusuf", 1],
    ["Abdul Rahman", 1],
  ],
  P: [
    ["Nurhayati", 4],
    ["Sulastri", 2.7],
    ["Sumiati", 2.5],
    ["Sri Wahyuni", 2.5],
    ["Siti Aminah", 2.2],
    ["Nurhasanah", 2],
    ["Nuraini", 1.9],
    ["Sumarni", 1.8],
    ["Rohani", 1.6],
    ["Siti Fatimah", 1.5],
    ["Sri Rahayu", 1.5],
    ["Marlina", 1.5],
    ["Yuliana", 1.5],
    ["Suryani", 1.4],
    ["Kartini", 1.3],
    ["Rosmawati", 1.2],
    ["Susanti", 1.2],
    ["Nurjanah", 1.2],
    ["Siti Aisyah", 1.2],
    ["Eka Sari", 1],
    ["Dewi Sartika", 1],
    ["Susilawati", 1],
  ],
};
const TOP_TOTAL: Readonly<Record<Sex, number>> = { L: totalOf("L"), P: totalOf("P") };

function totalOf(sex: Sex): number {
  return TOP_NAMES[sex].reduce((sum, [, perMille]) => sum + perMille, 0);
}

/** Half the people are of one sex, and about nine in ten of them bear names from the list's cultures. */
const SHARE_THAT_MAY_BEAR_TOP_NAMES = 0.44;

/** Common names are older people's names: how much likelier, before and after this year of birth. */
const TOP_NAMES_FADE_IN = 1985;
const TOP_NAMES_BEFORE = 1.6;
const TOP_NAMES_AFTER = 0.55;

/** Word lists of one culture and sex: names that stand alone, first words, last words. */
interface Pool {
  readonly alone: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Share of one-word names among the old and the young. */
  readonly oneWord: readonly [number, number];
}

const JAVANESE: Readonly<Record<Sex, Pool>> = {
  L: {
    oneWord: [0.26, 0.07],
    alone:
      names(`Suparno|Suyono|Sugeng|Sugiyanto|Sukardi|Sumarno|Sunarto|Supardi|Supriyono|Suroso|Suryanto|Susilo|
      Sutarman|Sutikno|Suwarno|Suwito|Wagimin|Wagiran|Wakidi|Warsito|Wiyono|Ngadiman|Ngatijo|Paijo|Paiman|Parman|
      Ponidi|Ponimin|Poniran|Rusmanto|Sarjono|Sarwono|Tugiman|Tukiran|Tumijan|Tukimin|Giyanto|Haryanto|Hartono|
      Hariyadi|Jumadi|Jumino|Kasiman|Katiran|Legiman|Marsudi|Mujiono|Mulyono|Sarimin|Saiman|Samijan|Suharno|
      Sunardi|Tumino|Waluyo|Winarto|Yatimin|Purwanto|Riyanto|Triyono`),
    first:
      names(`Agus|Eko|Budi|Bambang|Dwi|Tri|Joko|Heri|Edi|Wahyu|Slamet|Yudi|Teguh|Imam|Untung|Andri|Dedi|Arif|
      Sigit|Catur|Nur|Didik|Hadi|Rudi|Endro|Yoga|Dimas|Bayu|Galih|Bagas|Danang|Febri|Gilang|Aji`),
    last: names(`Santoso|Susanto|Setiawan|Purwanto|Prasetyo|Wibowo|Riyanto|Hartono|Utomo|Saputro|Widodo|Nugroho|
      Kurniawan|Raharjo|Priyono|Waluyo|Handoko|Siswanto|Haryono|Purnomo|Sulistyo|Triyono|Cahyono|Suprapto|
      Mulyono|Yulianto|Winarno|Wijayanto|Sudarmanto|Wicaksono|Prayitno|Subagyo|Pamungkas|Budiyono`),
  },
  P: {
    oneWord: [0.27, 0.06],
    alone:
      names(`Sumarmi|Suparmi|Sutinah|Suharti|Sunarti|Sukarti|Supriyati|Sutarmi|Tuminah|Tukinem|Wagiyem|Painem|
      Ponirah|Poniyem|Kasiyem|Jumini|Juminten|Legiyem|Mujiati|Mursiti|Ngatinah|Ngatmi|Partini|Parinah|Rumini|
      Rusmini|Saminah|Sarinah|Sarmi|Sriyati|Sugiarti|Sugiyem|Sukinem|Suminah|Sundari|Suprihatin|Suryati|Suwarni|
      Tumini|Warsini|Winarti|Yatmi|Kartinah|Maryati|Muryati|Purwati|Lestari|Haryati|Sutarti|Sulasmi`),
    first:
      names(`Sri|Siti|Dwi|Tri|Endang|Eni|Retno|Titik|Dewi|Tutik|Yuni|Wiwik|Eka|Rini|Ratna|Ika|Indah|Lilis|Nanik|
      Wahyu|Puji|Anik|Diah|Fitri|Ani|Heni|Yayuk|Ayu|Dian|Wulan|Umi|Novi`),
    last: names(`Lestari|Handayani|Utami|Astuti|Hartati|Susilowati|Mulyani|Winarsih|Sulistyowati|Purwanti|Setyowati|
      Rahmawati|Ningsih|Kusumawati|Yuliani|Widayati|Sundari|Haryati|Murniati|Wulandari|Wahyuningsih|Khotimah|
      Anggraini|Pratiwi|Puspitasari|Setyaningsih|Suryaningsih|Rohmawati|Nurhidayah|Maesaroh|Kurniasih|Kristanti`),
  },
};

const MALAY: Readonly<Record<Sex, Pool>> = {
  L: {
    oneWord: [0.11, 0.04],
    alone:
      names(`Asmawi|Darwis|Burhan|Jauhari|Rustam|Rusli|Salim|Romli|Suhaimi|Sulaiman|Tarmizi|Marwan|Mahmud|Lukman|
      Nazarudin|Jalaludin|Kamaludin|Komarudin|Sopian|Zulkifli|Yahya|Zakaria|Hamdani|Idris|Ismail|Bastari|Cikwan|
      Matnur|Sarkowi|Sawaludin|Zainudin|Samsudin|Amrullah|Azhari|Efendi|Hasbullah`),
    first:
      names(`Ahmad|Muhammad|Abdul|Zainal|Hasan|Ali|Umar|Yusuf|Herman|Rahmat|Firdaus|Khairul|Saipul|Syamsul|Fahrul|
      Hendri|Feri|Erwin|Bahrul|Amir|Usman|Ibrahim|Iskandar|Taufik|Syaiful|Fauzi|Andi|Deni|Dedi|Joni|Roni|Toni|Robi|
      Ardi|Hengki|Edi|Yuli|Apri|Okta|Nopri|Rizki|Aan|Angga|Reza|Yogi|Rendi|Riko|Topan|Yopi|Ilham`),
    last: names(`Saputra|Kurniawan|Hidayat|Effendi|Arifin|Fauzi|Anwar|Hadi|Firmansyah|Alamsyah|Syahputra|Akbar|Yadi|
      Mansyur|Bakri|Rozi|Fikri|Ardiansyah|Apriansyah|Nopriansyah|Febriansyah|Irawan|Gunawan|Susanto|Wijaya|
      Toha|Pratama|Ramadhan|Sanjaya|Jaya|Putra|Candra|Hermawan|Zulkarnain|Mustofa|Sobri|Tamrin`),
  },
  P: {
    oneWord: [0.11, 0.04],
    alone:
      names(`Rusmiati|Halimah|Maryam|Masnun|Maimunah|Zubaidah|Zuraida|Hasnah|Jamilah|Juairiah|Khodijah|Komariah|
      Mardiana|Masitoh|Misnawati|Nurbaiti|Nurlela|Nurmala|Rosdiana|Rosmala|Robiah|Rukiah|Sakinah|Salamah|Salbiah|
      Sopiah|Yusnani|Zainab|Herawati|Hernawati|Lismawati|Fitriani|Ermawati|Eliyana|Rohimah|Hartini|Rusmala|Helmiati`),
    first:
      names(`Siti|Nurul|Nur|Yuli|Eka|Rina|Susi|Reni|Leni|Evi|Ida|Erna|Neti|Meri|Novi|Okta|Vera|Weni|Yesi|Tina|Pera|
      Risma|Resti|Nova|Lia|Mira|Dina|Desi|Fitri|Elly|Nelly|Yeni|Linda|Sinta|Tri|Maya|Putri|Nia|Sela|Ria|Umi|Emi`),
    last: names(`Sari|Yanti|Susanti|Hasanah|Aminah|Wati|Marlina|Oktarina|Apriani|Agustina|Haryani|Yunita|Damayanti|
      Novianti|Safitri|Kartika|Juwita|Lestari|Khodijah|Hidayati|Rohmah|Janah|Laila|Efrida|Puspita|Anggraini|
      Septiana|Febriani|Oktaviana|Maharani|Destiana|Wulandari|Fatimah|Zahara|Melinda|Handayani`),
  },
};

/** Words that follow Abdul: the divine names, never another given name. */
const AFTER_ABDUL = names(
  `Rahman|Karim|Aziz|Ghani|Hamid|Latif|Majid|Malik|Rahim|Rasyid|Somad|Wahab|Hakim|Kadir|Halim|Rozak|Manan|Jabar`,
);

/** Titles of old Palembang families; part of the legal name, long or short (domain.md §3.2). */
const PALEMBANG_TITLES: Readonly<Record<Sex, readonly string[]>> = {
  L: ["Kgs", "Kms", "Mgs", "Kiagus", "Kemas", "Masagus"],
  P: ["Nyayu", "Nyimas", "Msy", "Masayu"],
};

const SUNDANESE: Readonly<Record<Sex, Pool>> = {
  L: {
    oneWord: [0.1, 0.04],
    alone: names("Sutisna|Sarbini|Kosasih|Omon|Karna|Suhanda|Rohimat|Sukarya"),
    first: names(
      "Asep|Dadang|Cecep|Deden|Iwan|Dede|Ade|Yayan|Jajang|Tatang|Entis|Aang|Ujang|Nandang|Rohmat|Eman",
    ),
    last: names(`Sutisna|Suryana|Hidayat|Supriatna|Mulyana|Permana|Sukmana|Saepudin|Kusnadi|Rukmana|Gunawan|Kosasih|
      Rohimat|Setiawan|Hermawan|Nugraha|Ruhiyat`),
  },
  P: {
    oneWord: [0.1, 0.04],
    alone: names("Rohaeti|Juariah|Jubaedah|Suhaeti|Maryati|Karlina|Kurniasih|Cucum"),
    first: names("Neneng|Lilis|Elis|Euis|Iis|Imas|Nining|Tati|Eti|Cucu|Wawat|Dede|Rina|Yani|Ai|Ecin"),
    last: names(`Nurhasanah|Kartika|Rohaeti|Komala|Suhaeti|Maryati|Nuraeni|Jubaedah|Suryani|Rosita|Karlina|Mulyati|
      Kurniasih|Sumiati|Nurlaela|Hendrawati`),
  },
};

const MINANG: Readonly<Record<Sex, Pool>> = {
  L: {
    oneWord: [0.3, 0.12],
    alone:
      names(`Afrizal|Syafrizal|Zulfahmi|Yasril|Jufri|Masrizal|Nofrizal|Edrizal|Bustami|Dasril|Yulizar|Asrul|Amrizal|
      Syahrial|Zulherman|Irzal`),
    first: names(
      "Afrizal|Ridwan|Syafrizal|Yandri|Rio|Doni|Chairul|Zulfahmi|Jufri|Rahmad|Fadli|Ikhsan|Hendra|Asrul",
    ),
    last: names("Putra|Chaniago|Tanjung|Koto|Piliang|Sikumbang|Jambak|Guci|Syahputra|Caniago|Melayu|Mandai"),
  },
  P: {
    oneWord: [0.3, 0.1],
    alone: names(
      "Yusnimar|Rosnida|Desmawati|Gusnita|Asnimar|Nofrita|Yulfitri|Wirda|Ernawati|Zuryani|Elvira|Nurlis",
    ),
    first: names("Elvira|Mimi|Desi|Gusnita|Yulfitri|Nofrita|Ratna|Fitri|Suci|Rahmi|Hesti|Wirda|Yosi|Nilam"),
    last: names(
      "Yanti|Putri|Delfi|Zuryani|Rahmadani|Elfita|Susanti|Mardhatillah|Yulia|Fauziah|Oktavia|Ningsih",
    ),
  },
};

const MARGA =
  names(`Siregar|Nasution|Harahap|Hasibuan|Lubis|Sitorus|Sinaga|Simanjuntak|Situmorang|Panjaitan|Hutapea|
  Manurung|Nainggolan|Pasaribu|Purba|Ritonga|Saragih|Sihombing|Silalahi|Simbolon|Tampubolon|Tarigan|Ginting|Sembiring|
  Sitepu|Gultom|Hutabarat|Marpaung|Pardede|Butarbutar`);
const BATAK_FIRST: Readonly<Record<Sex, readonly string[]>> = {
  L: names(`Rudi|Binsar|Tigor|Sahat|Hotman|Parlindungan|Bonar|Saut|Edward|Jonson|Hendra|Monang|Togar|Poltak|Ramot|Marolop|
    Jhon|Ahmad|Ali|Roy`),
  P: names(`Rotua|Tiurma|Lasma|Rosmaida|Hotmaida|Nurmaida|Lamria|Mestika|Romauli|Renta|Dameria|Ester|Roslina|Sondang|
    Tiominar|Nur|Siti|Helena`),
};
const BATAK_MIDDLE: Readonly<Record<Sex, readonly string[]>> = {
  L: names("Parulian|Maruli|Hasiholan|Pangihutan|Efendi|Saputra|Mangasi"),
  P: names("Veronika|Marito|Herlina|Agustina|Roida|Junita|Sartika"),
};

/** By birth order; after the fourth child they begin again. */
const BALI_ORDER: Readonly<Record<Sex, readonly (readonly string[])[]>> = {
  L: [["Wayan", "Putu", "Gede"], ["Made", "Kadek", "Nengah"], ["Nyoman", "Komang"], ["Ketut"]],
  P: [["Wayan", "Putu"], ["Made", "Kadek", "Nengah"], ["Nyoman", "Komang"], ["Ketut"]],
};
const BALI_LAST: Readonly<Record<Sex, readonly string[]>> = {
  L: names(`Sudarma|Suarta|Arnawa|Sukerta|Widiana|Astawa|Artana|Mudita|Suardana|Wirawan|Budiarta|Adnyana|Sudiana|
    Darmawan|Parwata|Suastika|Dwipayana`),
  P: names(`Suartini|Widiasih|Sukerti|Astiti|Ariani|Murniasih|Suryaningsih|Karmini|Rasmini|Puspawati|Arini|Sukreni|
    Juniantari|Wahyuni`),
};

const BUGIS: Readonly<Record<Sex, Pool>> = {
  L: {
    oneWord: [0.35, 0.12],
    alone:
      names(`Hasanuddin|Baharuddin|Syamsuddin|Saharuddin|Alimuddin|Jamaluddin|Ambotang|Arsyad|Makmur|Mustakim|
      Patahuddin|Bustan`),
    first: names("Andi|Baso|Muh|Ambo|Hasan|Arsyad|Rahmat|Bustan|Amiruddin|Sultan|Akbar|Hamzah"),
    last: names(`Syamsuddin|Baharuddin|Hasanuddin|Saharuddin|Arsyad|Rahmatullah|Mappiasse|Alimuddin|Tenriawaru|Hamid|
      Daeng Situju|Daeng Nompo|Daeng Tata`),
  },
  P: {
    oneWord: [0.3, 0.1],
    alone: names(
      "Hasnawati|Nurhaedah|Darmawati|Rosmini|Hasmawati|Kasmawati|Marhana|Harniati|Suriani|Nursiah",
    ),
    first: names("Andi|Besse|Tenri|Nur|Hasna|Sitti|Marwah|Indo|Irma|Mirna"),
    last: names(
      "Tenri|Hasnawati|Aisyah|Nurhaedah|Marwah|Ramlah|Fatimah|Wahdah|Rosmini|Daeng Ngasih|Hasmiati",
    ),
  },
};

const CHINESE_FAMILY = names(
  "Wijaya|Halim|Gunawan|Tanuwijaya|Salim|Hartanto|Susanto|Sutanto|Setiawan|Chandra|Kurniawan|Lim|Tan",
);
const CHINESE_FIRST: Readonly<Record<Sex, readonly string[]>> = {
  L: names("Hendra|Effendy|Budi|Tjandra|Johan|Andreas|Steven|Kevin|Hendrik|Wiliam|Susilo|Tommy|Rudy|Kim Hok"),
  P: names("Lina|Susi|Yanti|Mei Lan|Siu Hwa|Vivi|Jessica|Felicia|Meliana|Fenny|Ling Ling|Selvy|Angelina"),
};

const EASTERN_FIRST: Readonly<Record<Sex, readonly string[]>> = {
  L: names(`Yohanes|Petrus|Paulus|Markus|Lukas|Stefanus|Yosef|Fransiskus|Antonius|Martinus|Yakobus|Agustinus|Benediktus|
    Simon|Daniel|Elias|Matius|Thomas|Hendrikus|Dominikus`),
  P: names(`Maria|Yohana|Fransiska|Kristina|Elisabet|Theresia|Margareta|Agustina|Marta|Katarina|Monika|Veronika|Ester|
    Debora|Regina|Bernadeta|Natalia`),
};
const EASTERN_MIDDLE: Readonly<Record<Sex, readonly string[]>> = {
  L: names("Bala|Boli|Kopong|Ola|Leo|Yan|Beni"),
  P: names("Goreti|Peni|Ina|Kewa|Bibiana|Yuliana|Sarlota"),
};
const EASTERN_FAMILY =
  names(`Lewar|Tukan|Kelen|Hurint|Bria|Seran|Nahak|Taek|Manek|Da Costa|Wenda|Kogoya|Tabuni|Yoku|
  Rumbiak|Mandacan|Wanggai|Kambu|Imbiri|Rumaropen|Pattiasina|Tuhumury|Sahetapy|Lumintang|Wowor|Mandagi`);

/** Names given since the nineties, the same among Malays and Javanese. */
const MODERN_FIRST: Readonly<Record<Sex, readonly string[]>> = {
  L: names(`Muhammad|Rizky|Ahmad|Dimas|Aditya|Fajar|Ilham|Irfan|Rendi|Rian|Wahyu|Angga|Ari|Aldi|Febri|Bagus|Reza|Yoga|Fahmi|
    Rafli|Arya|Kevin|Ferdi|Alvin|Iqbal|Hafiz`),
  P: names(`Putri|Dewi|Eka|Fitri|Indah|Ayu|Dian|Rina|Novita|Anisa|Intan|Desi|Nurul|Mega|Tiara|Nabila|Nadia|Siska|Vina|Yulia|
    Lina|Diah|Wulan|Annisa|Salsabila|Dinda|Bella|Rizka|Cindy|Elsa|Sintia`),
};
const MODERN_MIDDLE: Readonly<Record<Sex, readonly string[]>> = {
  L: names("Rizki|Aditya|Dwi|Fajar|Tri|Arif|Bayu|Ilham|Surya|Agung|Nur|Fathur|Alif|Dani"),
  P: names("Nur|Ayu|Dwi|Eka|Putri|Tri|Indah|Permata|Rizki|Mutiara|Intan|Amelia|Aulia|Suci"),
};
const MODERN_LAST: Readonly<Record<Sex, readonly string[]>> = {
  L: names(`Saputra|Pratama|Ramadhan|Setiawan|Kurniawan|Hidayat|Firmansyah|Permana|Perdana|Wijaya|Maulana|Nugraha|Alfarizi|
    Hakim|Ardiansyah|Syahputra|Fadillah|Prayoga|Gunawan|Adi Putra`),
  P: names(`Sari|Lestari|Wulandari|Puspitasari|Anggraini|Rahmawati|Permatasari|Oktaviani|Safitri|Pratiwi|Maharani|Agustina|
    Septiani|Novitasari|Apriliani|Damayanti|Rahayu|Azzahra|Amelia|Ramadhani|Nuraini|Octavia|Khairunnisa|Aulia|Utami`),
};

/** From this year of birth on, people may bear modern names; the share that does. */
const MODERN_FROM = 1988;
const MODERN_SHARE = 0.55;

/** First words of twins. */
const TWINS: Readonly<Record<Sex, readonly (readonly [string, string])[]>> = {
  L: [
    ["Hasan", "Husin"],
    ["Dedi", "Dodi"],
    ["Aldi", "Aldo"],
    ["Doni", "Dona"],
    ["Fahri", "Fahmi"],
    ["Reza", "Rezi"],
    ["Rian", "Rion"],
  ],
  P: [
    ["Rina", "Rini"],
    ["Yuli", "Yuni"],
    ["Dina", "Dini"],
    ["Leni", "Reni"],
    ["Sinta", "Santi"],
    ["Nurul Aini", "Nurul Aisyah"],
    ["Siti Aminah", "Siti Aisyah"],
  ],
};

/** Words with which a household marks its children, as a father's last name does among Malays and Javanese. */
export function familyWord(roll: Roll, culture: Culture): string {
  if (culture === "batak") return roll.pickCommon(MARGA);
  if (culture === "chinese") return roll.pickCommon(CHINESE_FAMILY);
  if (culture === "eastern") return roll.pickCommon(EASTERN_FAMILY);
  return roll.pickCommon(MALAY.L.last);
}

function topName(roll: Roll, sex: Sex): string {
  let x = roll.fraction() * TOP_TOTAL[sex];
  for (const [name, perMille] of TOP_NAMES[sex]) {
    x -= perMille;
    if (x < 0) return name;
  }
  return TOP_NAMES[sex][0]![0];
}

function mayBearTopName(roll: Roll, sex: Sex, year: number): boolean {
  const fashion = year < TOP_NAMES_FADE_IN ? TOP_NAMES_BEFORE : TOP_NAMES_AFTER;
  return roll.chance((TOP_TOTAL[sex] / 1000 / SHARE_THAT_MAY_BEAR_TOP_NAMES) * fashion);
}

function fromPool(roll: Roll, pool: Pool, old: boolean, family: string | null): string {
  if (roll.chance(pool.oneWord[old ? 0 : 1])) return roll.pickCommon(pool.alone);
  const first = roll.pickCommon(pool.first);
  if (first === "Abdul") return `Abdul ${roll.pickCommon(AFTER_ABDUL)}`;
  const last = family ?? roll.pickCommon(pool.last);
  if (roll.chance(0.14)) {
    const middle = roll.pickCommon(pool.last);
    if (middle !== last && middle !== first) return `${first} ${middle} ${last}`;
  }
  return last === first ? first : `${first} ${last}`;
}

function modern(roll: Roll, sex: Sex, family: string | null): string {
  const first = roll.pickCommon(MODERN_FIRST[sex]);
  const last = family ?? roll.pickCommon(MODERN_LAST[sex]);
  const words = [first];
  if (roll.chance(first === "Muhammad" ? 0.8 : 0.4)) words.push(roll.pickCommon(MODERN_MIDDLE[sex]));
  if (roll.chance(0.08)) words.push(roll.pickCommon(MODERN_MIDDLE[sex]));
  words.push(last);
  return words.filter((word, at) => words.indexOf(word) === at).join(" ");
}

function malay(roll: Roll, sex: Sex, old: boolean, family: string | null): string {
  const name = fromPool(roll, MALAY[sex], old, family);
  if (roll.chance(0.04)) return `${roll.pickCommon(PALEMBANG_TITLES[sex])} ${name}`;
  if (sex === "L" && !name.startsWith("Muhammad") && !name.startsWith("Ahmad")) {
    const x = roll.fraction();
    if (x < 0.04) return `M ${name}`;
    if (x < 0.12) return `Muhammad ${name}`;
  }
  return name;
}

function balinese(roll: Roll, sex: Sex, birthOrder: number): string {
  const order = BALI_ORDER[sex][birthOrder % BALI_ORDER[sex].length]!;
  const last = roll.pickCommon(BALI_LAST[sex]);
  if (sex === "L") return `I ${roll.pick(order)} ${last}`;
  return roll.chance(0.2) ? `Ni Luh ${roll.pick(order)} ${last}` : `Ni ${roll.pick(order)} ${last}`;
}

/** Who is to be named. */
export interface Bearer {
  readonly culture: Culture;
  readonly sex: Sex;
  readonly yearOfBirth: number;
  /** Position among the children, from 0; names a Balinese child. */
  readonly birthOrder: number;
  /** The household's word, where this person bears it. */
  readonly family: string | null;
}

export function nameOf(roll: Roll, bearer: Bearer): string {
  const { culture, sex, yearOfBirth, family } = bearer;
  const old = yearOfBirth < TOP_NAMES_FADE_IN;
  switch (culture) {
    case "batak": {
      const middle = roll.chance(0.2) ? ` ${roll.pickCommon(BATAK_MIDDLE[sex])}` : "";
      return `${roll.pickCommon(BATAK_FIRST[sex])}${middle} ${family ?? roll.pickCommon(MARGA)}`;
    }
    case "balinese":
      return balinese(roll, sex, bearer.birthOrder);
    case "chinese":
      return `${roll.pickCommon(CHINESE_FIRST[sex])} ${family ?? roll.pickCommon(CHINESE_FAMILY)}`;
    case "eastern": {
      const middle = roll.chance(0.4) ? ` ${roll.pickCommon(EASTERN_MIDDLE[sex])}` : "";
      return `${roll.pickCommon(EASTERN_FIRST[sex])}${middle} ${family ?? roll.pickCommon(EASTERN_FAMILY)}`;
    }
    default:
      break;
  }
  if (mayBearTopName(roll, sex, yearOfBirth)) return topName(roll, sex);
  if (yearOfBirth >= MODERN_FROM && roll.chance(MODERN_SHARE)) return modern(roll, sex, family);
  switch (culture) {
    case "javanese":
      return fromPool(roll, JAVANESE[sex], old, null);
    case "sundanese":
      return fromPool(roll, SUNDANESE[sex], old, null);
    case "minang":
      return fromPool(roll, MINANG[sex], old, null);
    case "bugis":
      return fromPool(roll, BUGIS[sex], old, null);
    default:
      return malay(roll, sex, old, family);
  }
}

/** The names of two twins of one sex: alike in sound, the same last word. */
export function twinNames(roll: Roll, sex: Sex): readonly [string, string] {
  const [one, other] = roll.pick(TWINS[sex]);
  if (one.includes(" ")) return [one, other];
  const last = roll.pickCommon(MODERN_LAST[sex]);
  return [`${one} ${last}`, `${other} ${last}`];
}

const TOP_NAME_SET: ReadonlySet<string> = new Set([...TOP_NAMES.L, ...TOP_NAMES.P].map(([name]) => name));

/**
 * About how large a share of all people bears this very name. An upper estimate by kind of name (a top name, one
 * word, two words, more), good enough to tell when a name and a birth date no longer single out one person.
 */
export function shareOfName(name: string): number {
  if (TOP_NAME_SET.has(name)) return 4e-3;
  const words = name.split(" ").length;
  return words === 1 ? 1e-3 : words === 2 ? 1e-4 : 5e-6;
}
