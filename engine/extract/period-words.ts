/** What a pay is counted by; a `piece` is an order, a parcel or a garment, in honest work too. */
export type Period = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'task' | 'piece';

/** How the posts of one language say what a pay is counted by; several words are parted by `|`. */
export type PeriodLanguage = {
  code: string;
  /** Words before a unit that make it a rate: "per", 每, mỗi. They join with and without a space. */
  links: string;
  /** Units that only a link, a slash or a bracket makes a rate: "day" in "a day", "/day". */
  units: Partial<Record<Period, string>>;
  /** Units that need no link directly behind an amount: "500 บาท วัน". */
  near?: Partial<Record<Period, string>>;
  /** Units that need no link directly before an amount: 월 500만원. */
  lead?: Partial<Record<Period, string>>;
  /** Words that say the rate alone, a few words away from the amount too: "monthly", 月薪. */
  rates: Partial<Record<Period, string>>;
  /** Words for pay that is always by the month where the language is spoken: "lương", "gaji". */
  salary?: string;
};
