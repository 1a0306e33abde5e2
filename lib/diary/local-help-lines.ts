/**
 * Help lines outside Korea. Chosen by the device's time zone, which gives the country without a request. Each is its
 * country's general line, open 24 hours. docs/help-lines.md has the source of each number. Check once a year: numbers change.
 */
type Place = {
  zones: RegExp;
  lines: { number: string; name: string }[];
  emergency: string;
};

const places: Place[] = [
  {
    zones:
      /^US\/|^Pacific\/Honolulu$|^America\/(Adak|Anchorage|Boise|Chicago|Denver|Detroit|Indiana\/.+|Indianapolis|Juneau|Kentucky\/.+|Los_Angeles|Louisville|Menominee|Metlakatla|New_York|Nome|North_Dakota\/.+|Phoenix|Sitka|Yakutat)$/,
    lines: [{ number: "988", name: "988 Suicide & Crisis Lifeline" }],
    emergency: "911",
  },
  {
    zones:
      /^Canada\/|^America\/(Atikokan|Blanc-Sablon|Cambridge_Bay|Coral_Harbour|Creston|Dawson|Dawson_Creek|Edmonton|Fort_Nelson|Glace_Bay|Goose_Bay|Halifax|Inuvik|Iqaluit|Moncton|Montreal|Nipigon|Pangnirtung|Rainy_River|Rankin_Inlet|Regina|Resolute|St_Johns|Swift_Current|Thunder_Bay|Toronto|Vancouver|Whitehorse|Winnipeg|Yellowknife)$/,
    lines: [{ number: "988", name: "Suicide Crisis Helpline" }],
    emergency: "911",
  },
  {
    zones: /^Europe\/(London|Belfast|Guernsey|Isle_of_Man|Jersey)$|^GB(-Eire)?$/,
    lines: [{ number: "116 123", name: "Samaritans" }],
    emergency: "999",
  },
  {
    zones: /^Europe\/Dublin$|^Eire$/,
    lines: [{ number: "116 123", name: "Samaritans" }],
    emergency: "112",
  },
  { zones: /^Australia\//, lines: [{ number: "13 11 14", name: "Lifeline" }], emergency: "000" },
  {
    zones: /^Pacific\/(Auckland|Chatham)$|^NZ/,
    lines: [{ number: "1737", name: "1737 Need to talk?" }],
    emergency: "111",
  },
  {
    zones: /^Asia\/Tokyo$|^Japan$/,
    lines: [
      { number: "0120-279-338", name: "よりそいホットライン" },
      // Those three prefectures have their own number.
      { number: "0120-279-226", name: "岩手・宮城・福島から" },
    ],
    emergency: "119",
  },
  {
    zones: /^Europe\/(Berlin|Busingen)$/,
    lines: [{ number: "0800 111 0 111", name: "TelefonSeelsorge" }],
    emergency: "112",
  },
  {
    zones: /^Europe\/Paris$/,
    lines: [{ number: "3114", name: "Numéro national de prévention du suicide" }],
    emergency: "112",
  },
  {
    zones: /^Europe\/Madrid$|^Atlantic\/Canary$|^Africa\/Ceuta$/,
    lines: [{ number: "024", name: "Línea de atención a la conducta suicida" }],
    emergency: "112",
  },
  {
    zones: /^Europe\/Amsterdam$/,
    lines: [{ number: "113", name: "113 Zelfmoordpreventie" }],
    emergency: "112",
  },
  { zones: /^Asia\/Taipei$|^ROC$/, lines: [{ number: "1925", name: "安心專線" }], emergency: "119" },
  {
    zones: /^Asia\/Hong_Kong$|^Hongkong$/,
    lines: [{ number: "18111", name: "情緒通 Mental Health Support Hotline" }],
    emergency: "999",
  },
  {
    zones: /^(Asia\/)?Singapore$/,
    lines: [{ number: "1767", name: "Samaritans of Singapore" }],
    emergency: "995",
  },
  { zones: /^Asia\/(Kolkata|Calcutta)$/, lines: [{ number: "14416", name: "Tele-MANAS" }], emergency: "112" },
];

const isKorea = /^Asia\/Seoul$|^ROK$/;

export type LocalHelp = Pick<Place, "lines"> & {
  emergency: string | null;
};

export function localHelp(timeZone: string): LocalHelp | null {
  if (isKorea.test(timeZone)) return null;
  return places.find(({ zones }) => zones.test(timeZone)) ?? { lines: [], emergency: null };
}
