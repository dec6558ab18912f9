import { WordTable } from './words.ts';

/** What a pay is counted by. */
export type Period = 'hour' | 'day' | 'week' | 'month' | 'year' | 'task';

const factors: [number, string][] = [
  [
    1e3,
    'k rb ribu nghìn ngàn ngan thousand พัน 千 천 ພັນ ពាន់ ထောင် हज़ार हजार হাজার ہزار දහස් ஆயிரம் elfu mil ألف آلاف ሺህ ሺ тыс тысяч тысячи тыщ rebu libo',
  ],
  [1e4, 'w 万 萬 만 หมื่น ໝື່ນ ម៉ឺន သောင်း'],
  [1e5, 'lakh lakhs lac lacs แสน ແສນ សែន သိန်း लाख লাখ লক্ষ لاکھ ලක්ෂ லட்சம் laki'],
  [
    1e6,
    'm mil million millions jt juta jta triệu trieu tr củ ล้าน ລ້ານ លាន သန်း million milioni millón millones milhão milhões милл млн миллион مليون ሚሊዮን',
  ],
  [1e7, 'crore crores cr करोड़ কোটি کروڑ'],
  [1e8, '億 亿 억'],
];

/** Words for large numbers; `mil` is a thousand except where a language file says otherwise. */
export const multiplierWords = new WordTable(
  factors.flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor] as const)),
);

const periods: Record<Period, string> = {
  hour: 'hour|hr|hourly|jam|ชั่วโมง|ชม|giờ|tiếng|oras|小时|小時|时薪|時薪|時給|시급|시간|နာရီ|ម៉ោង|ຊົ່ວໂມງ|घंटा|घंटे|ঘণ্টা|மணி நேரம்|පැය|گھنٹہ|saa|ሰዓት|ساعة|час|hora|heure',
  day: 'day|days|daily|perday|hari|harian|sehari|วัน|วันละ|ngày|ngay|araw|kada araw|日|天|每天|日薪|日給|일당|하루|日結|日结|ရက်|ထိုင်|တစ်နေ့|ថ្ងៃ|ມື້|ວັນ|दिन|प्रतिदिन|रोज|দিন|দৈনিক|நாள்|දවස|දිනකට|دن|یومیہ|siku|ቀን|يوم|يوميا|день|сутки|смену|día|dia|diarios|diários|jour',
  week: 'week|weekly|wk|minggu|seminggu|mingguan|สัปดาห์|อาทิตย์|tuần|linggo|周|週|週給|周薪|每周|주급|주|အပတ်|သပ្តាហ៍|ອາທິດ|सप्ताह|हफ्ते|সপ্তাহ|வாரம்|සතිය|ہفتہ|wiki|ሳምንት|أسبوع|неделю|неделя|semana|semanal|semanales|semaine',
  month:
    'month|months|mo|mth|monthly|pm|bulan|bln|sebulan|bulanan|perbulan|เดือน|เดือนละ|tháng|thang|buwan|kada buwan|月|月薪|月入|每月|个月|月收入|底薪|保底|月給|月収|월|월급|월수입|လ|လစာ|တစ်လ|ខែ|ເດືອນ|महीना|महीने|माह|मासिक|মাস|মাসিক|মাসে|மாதம்|மாத|මාසය|මාසික|මසකට|ماہ|ماہانہ|مہینہ|महिना|mwezi|ወር|شهر|شهريا|месяц|мес|mes|mês|mensual|mensuales|mensal|mensais|mois',
  year: 'year|yr|yearly|annum|annual|annually|pa|lpa|tahun|setahun|ปี|năm|taon|年|年薪|年収|연봉|년|နှစ်|ឆ្នាំ|ປີ|वर्ष|साल|বছর|ஆண்டு|වසර|سال|mwaka|ዓመት|سنة|год|año|ano|anual|anuales',
  task: 'task|tasks|tugas|ภารกิจ|งานละ|nhiệm vụ|bài|任务|單|单|任務|件|건|task-wise|order|orders|like|likes|video|review|टास्क|কাজ|টাস্ক|задание|отзыв|tarea|tarefa|tâche',
};

/** Words for large numbers that only one currency's posts use, where no currency is named. */
export const impliedCurrencies = new WordTable<string>(
  Object.entries({
    VND: 'triệu trieu tr củ',
    IDR: 'juta jt',
    CNY: '万 w',
    TWD: '萬',
    KRW: '만 억',
    THB: 'พัน หมื่น แสน',
    MMK: 'သိန်း သောင်း',
    LAK: 'ລ້ານ',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

const list = (words: string) => words.split('|').map((word) => [word, true] as const);

/** Words before an amount that make it the most that one may get. */
export const upToWords = new WordTable<true>(
  list(
    "up to|upto|as much as|max|maximum|sampai|hingga|sampe|s/d|sehingga|mencapai|đến|tới|lên đến|lên tới|tối đa|hanggang|aabot sa|umaabot ng|สูงสุด|ถึง|สูงถึง|ສູງສຸດ|ເຖິງ|高达|高達|可达|可達|最高|最多|上限|最大|최대|до|максимум|hasta|até|ate|jusqu'à|jusqu’à|bis zu|nawet do|nawet|fino a|kadar|bis|तक|अधिकतम|পর্যন্ত|அதிகபட்சம்|উপর্ধ্ব|hadi|mpaka|حتى|حتي|يصل إلى|تصل إلى|تک|እስከ|အထိ|အများဆုံး|រហូតដល់|ដល់",
  ),
);
/** Such words behind it, in languages that put them there. */
export const upToEndings = new WordTable<true>(
  list('まで|以内|까지|तक|सम्म|পর্যন্ত|வரை|දක්වා|تک|အထိ|വരെ'),
);

/** Words that say what a pay is counted by. */
export const periodWords = new WordTable(
  (Object.entries(periods) as [Period, string][]).flatMap(([period, words]) =>
    words.split('|').map((word) => [word, period] as const),
  ),
);
