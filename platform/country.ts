/**
 * A guess at the reader's country, for the first value of a choice that the reader makes. It is
 * taken from the clock's time zone and the browser's language; nothing is asked of the network.
 */

const countryOfZone = new Map(
  Object.entries({
    AE: 'Asia/Dubai',
    AU: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide',
    BD: 'Asia/Dhaka',
    BR: 'America/Sao_Paulo America/Fortaleza America/Bahia America/Manaus America/Recife',
    CN: 'Asia/Shanghai Asia/Urumqi Asia/Chongqing',
    ET: 'Africa/Addis_Ababa',
    GB: 'Europe/London',
    HK: 'Asia/Hong_Kong',
    ID: 'Asia/Jakarta Asia/Makassar Asia/Jayapura Asia/Pontianak',
    IN: 'Asia/Kolkata Asia/Calcutta',
    JP: 'Asia/Tokyo',
    KE: 'Africa/Nairobi',
    KH: 'Asia/Phnom_Penh',
    KR: 'Asia/Seoul',
    LA: 'Asia/Vientiane',
    LK: 'Asia/Colombo',
    MM: 'Asia/Yangon Asia/Rangoon',
    MY: 'Asia/Kuala_Lumpur Asia/Kuching',
    NP: 'Asia/Kathmandu Asia/Katmandu',
    PH: 'Asia/Manila',
    PK: 'Asia/Karachi',
    SG: 'Asia/Singapore',
    TH: 'Asia/Bangkok',
    TW: 'Asia/Taipei',
    UG: 'Africa/Kampala',
    US: 'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix',
    VN: 'Asia/Ho_Chi_Minh Asia/Saigon',
    ZA: 'Africa/Johannesburg',
  }).flatMap(([country, zones]) => zones.split(' ').map((zone) => [zone, country] as const)),
);

/** ISO 3166-1 alpha-2, or `undefined` where neither clock nor language tells. */
export function guessCountry(
  timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: string = navigator.language,
): string | undefined {
  const byZone = countryOfZone.get(timeZone);
  if (byZone) return byZone;
  try {
    const { region } = new Intl.Locale(language);
    // `es-419` and `en-001` speak of parts of the world.
    return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
  } catch {
    return undefined;
  }
}
