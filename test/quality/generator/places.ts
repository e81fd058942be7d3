/**
 * Where people were registered and born: real Kemendagri region codes with the name people give as birth place.
 * Home is Musi Rawas with its neighbours Musi Rawas Utara and Lubuklinggau; the codes 160504–07 and 160515–17 were
 * given up when Musi Rawas Utara split off in 2013 and live on in people's NIKs (domain.md §2). It refuses to be a
 * complete gazetteer: four or five sub-districts per regency are enough to draw from.
 */

/** A sub-district that issues NIKs. */
export interface District {
  /** Six digits: province, regency, sub-district. */
  readonly code: string;
  /** What people from here write as birth place. */
  readonly town: string;
  /** What they write instead when they mean the regency. */
  readonly regency: string;
}

function home(regencyCode: string, regency: string, towns: Readonly<Record<string, string>>): District[] {
  return Object.keys(towns)
    .sort()
    .map((number) => ({ code: regencyCode + number, town: towns[number]!, regency }));
}

export const HOME_DISTRICTS: readonly District[] = [
  ...home("1605", "Musi Rawas", {
    "01": "Tugumulyo",
    "02": "Muara Lakitan",
    "03": "Muara Kelingi",
    "04": "Rupit",
    "05": "Surulangun",
    "06": "Bingin Teluk",
    "07": "Karang Jaya",
    "08": "Jayaloka",
    "09": "Muara Beliti",
    "10": "Terawas",
    "11": "Selangit",
    "12": "Megang Sakti",
    "13": "Purwodadi",
    "14": "Bangun Jaya",
    "15": "Karang Dapo",
    "16": "Nibung",
    "17": "Muara Kulam",
    "18": "Muara Kati",
    "19": "Sumber Harta",
    "20": "Air Beliti",
    "21": "Ciptodadi",
  }),
  ...home("1613", "Musi Rawas", {
    "01": "Rupit",
    "02": "Surulangun",
    "03": "Nibung",
    "04": "Bingin Teluk",
    "05": "Karang Dapo",
    "06": "Karang Jaya",
    "07": "Muara Kulam",
  }),
  ...home("1673", "Lubuklinggau", {
    "01": "Lubuklinggau",
    "02": "Lubuklinggau",
    "03": "Lubuklinggau",
    "04": "Lubuklinggau",
    "05": "Lubuklinggau",
    "06": "Lubuklinggau",
    "07": "Lubuklinggau",
    "08": "Lubuklinggau",
  }),
];

/** Towns of the region in which people of Musi Rawas were born too: hospital towns and parents' towns. */
export const NEARBY_TOWNS = [
  "Palembang",
  "Lahat",
  "Curup",
  "Sarolangun",
  "Baturaja",
  "Muara Enim",
  "Prabumulih",
  "Tebing Tinggi",
  "Sekayu",
  "Bengkulu",
  "Pagar Alam",
  "Pendopo",
] as const;

/** Regency code and birth place, from all over the country. */
const ELSEWHERE = `
1101 Tapaktuan|1103 Langsa|1104 Takengon|1106 Jantho|1107 Sigli|1108 Lhoksukon|1171 Banda Aceh
1201 Sibolga|1202 Tarutung|1203 Padangsidimpuan|1205 Stabat|1206 Kabanjahe|1207 Lubuk Pakam|1208 Raya
1209 Kisaran|1210 Rantauprapat|1211 Sidikalang|1212 Balige|1213 Panyabungan|1271 Medan|1272 Pematangsiantar
1301 Painan|1302 Solok|1303 Sijunjung|1304 Batusangkar|1305 Pariaman|1306 Lubuk Basung|1307 Payakumbuh
1308 Lubuk Sikaping|1371 Padang|1375 Bukittinggi|1401 Bangkinang|1402 Rengat|1403 Bengkalis|1404 Tembilahan
1471 Pekanbaru|1501 Kerinci|1502 Bangko|1503 Sarolangun|1504 Muara Bulian|1508 Muara Bungo|1571 Jambi
1601 Baturaja|1602 Kayu Agung|1603 Muara Enim|1604 Lahat|1606 Sekayu|1607 Pangkalan Balai|1608 Martapura
1609 Muara Dua|1610 Indralaya|1611 Tebing Tinggi|1612 Pendopo|1671 Palembang|1672 Pagar Alam|1674 Prabumulih
1701 Manna|1702 Curup|1703 Arga Makmur|1704 Bintuhan|1705 Tais|1708 Kepahiang|1771 Bengkulu
1801 Kalianda|1802 Gunung Sugih|1803 Kotabumi|1804 Liwa|1805 Menggala|1806 Kota Agung|1807 Sukadana
1871 Bandar Lampung|1872 Metro|1901 Sungailiat|1902 Tanjung Pandan|1971 Pangkalpinang|2102 Karimun|2171 Batam
3171 Jakarta|3172 Jakarta|3173 Jakarta|3174 Jakarta|3175 Jakarta
3201 Bogor|3202 Sukabumi|3203 Cianjur|3204 Bandung|3205 Garut|3206 Tasikmalaya|3207 Ciamis|3208 Kuningan
3209 Cirebon|3210 Majalengka|3211 Sumedang|3212 Indramayu|3213 Subang|3273 Bandung
3301 Cilacap|3302 Banyumas|3303 Purbalingga|3304 Banjarnegara|3305 Kebumen|3306 Purworejo|3307 Wonosobo
3308 Magelang|3309 Boyolali|3310 Klaten|3311 Sukoharjo|3312 Wonogiri|3313 Karanganyar|3314 Sragen
3315 Grobogan|3316 Blora|3317 Rembang|3318 Pati|3319 Kudus|3320 Jepara|3321 Demak|3322 Ungaran
3323 Temanggung|3324 Kendal|3325 Batang|3326 Pekalongan|3327 Pemalang|3328 Tegal|3329 Brebes|3374 Semarang
3401 Kulon Progo|3402 Bantul|3403 Gunungkidul|3404 Sleman|3471 Yogyakarta
3501 Pacitan|3502 Ponorogo|3503 Trenggalek|3504 Tulungagung|3505 Blitar|3506 Kediri|3507 Malang|3508 Lumajang
3509 Jember|3510 Banyuwangi|3511 Bondowoso|3512 Situbondo|3513 Probolinggo|3514 Pasuruan|3515 Sidoarjo
3516 Mojokerto|3517 Jombang|3518 Nganjuk|3519 Madiun|3520 Magetan|3521 Ngawi|3522 Bojonegoro|3523 Tuban
3524 Lamongan|3525 Gresik|3578 Surabaya|3601 Pandeglang|3602 Rangkasbitung|3603 Tangerang|3604 Serang
5101 Negara|5102 Tabanan|5103 Mangupura|5104 Gianyar|5105 Semarapura|5106 Bangli|5107 Karangasem|5108 Singaraja
5171 Denpasar|5201 Gerung|5202 Praya|5203 Selong|5205 Dompu|5206 Bima|5271 Mataram
5306 Larantuka|5307 Maumere|5308 Ende|5309 Bajawa|5310 Ruteng|5311 Waingapu|5371 Kupang
6101 Sambas|6102 Mempawah|6104 Ketapang|6171 Pontianak|6201 Pangkalan Bun|6271 Palangka Raya|6303 Martapura
6371 Banjarmasin|6402 Tenggarong|6471 Balikpapan|6472 Samarinda|6571 Tarakan
7102 Tondano|7171 Manado|7203 Donggala|7271 Palu|7302 Bulukumba|7306 Sungguminasa|7308 Watampone|7313 Sengkang
7371 Makassar|7372 Parepare|7401 Kolaka|7402 Unaaha|7403 Raha|7404 Buton|7471 Kendari|7501 Limboto|7602 Mamuju
8101 Masohi|8171 Ambon|8201 Jailolo|8271 Ternate
9103 Sentani|9106 Biak|9171 Jayapura|9202 Manokwari|9203 Fakfak|9301 Merauke|9401 Nabire|9404 Timika|9501 Wamena
9601 Aimas|9671 Sorong`
  .trim()
  .split(/[|\n]/)
  .map((entry) => ({ regencyCode: entry.slice(0, 4), town: entry.slice(5) }));

function elsewhere(number: string): District[] {
  return ELSEWHERE.map(({ regencyCode, town }) => ({ code: regencyCode + number, town, regency: town }));
}

/** First registered elsewhere, now living at home: the code does not follow the person (domain.md §1.1). */
export const DISTRICTS_OF_NEWCOMERS: readonly District[] = elsewhere("01");

/** Where the rest of a very large registry lives, once home is full: first in the same province. */
export const FURTHER_DISTRICTS: readonly District[] = ["02", "03", "04", "05"]
  .flatMap(elsewhere)
  .sort((a, b) => Number(b.code.startsWith("16")) - Number(a.code.startsWith("16")));

/** Ways in which an office writes a place that mean the same place. Every other place gets a typing slip. */
export const PLACE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Lubuklinggau: ["Lb. Linggau", "Lb Linggau", "Lubuklingau", "Loeboeklinggau", "Lbk. Linggau"],
  "Muara Beliti": ["Ma. Beliti", "M. Beliti", "Muara Belity", "Moeara Beliti"],
  "Muara Kelingi": ["Ma. Kelingi", "M. Kelingi", "Muara Klingi"],
  "Muara Lakitan": ["Ma. Lakitan", "M. Lakitan", "Moeara Lakitan"],
  "Muara Enim": ["Ma. Enim", "M. Enim", "Moeara Enim"],
  "Muara Kulam": ["Ma. Kulam", "Muara Koelam"],
  "Muara Kati": ["Ma. Kati", "Muara Katti"],
  "Musi Rawas": ["Moesi Rawas", "Mussi Rawas"],
  Tugumulyo: ["Tugumulio", "Toegoemoelyo", "Tugumullyo"],
  "Megang Sakti": ["Mg. Sakti", "Megang Shakti", "Meggang Sakti"],
  "Sumber Harta": ["Sbr. Harta", "Soember Harta"],
  "Karang Jaya": ["Kr. Jaya", "Karang Djaya"],
  "Karang Dapo": ["Kr. Dapo", "Karang Dappo"],
  "Bangun Jaya": ["Bangun Djaya", "Bangoen Jaya"],
  "Bingin Teluk": ["Bingin Teloek", "Bingin Tluk"],
  Purwodadi: ["Poerwodadi", "Purwadadi"],
  Jayaloka: ["Djayaloka", "Jayalokka"],
  Surulangun: ["Soeroelangoen", "Surolangun"],
  Ciptodadi: ["Tjiptodadi", "Ciptodady"],
  Palembang: ["Plembang", "Palembng"],
  Baturaja: ["Batoeraja", "Baturadja"],
  Jakarta: ["Djakarta"],
  Bandung: ["Bandoeng"],
  Surabaya: ["Soerabaya"],
  Bengkulu: ["Bengkoeloe"],
};
