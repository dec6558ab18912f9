import { WordTable } from './words.ts';

const table = <T>(entries: [T, string][]): WordTable<T> =>
  new WordTable(() =>
    entries.flatMap(([value, words]) => words.split('|').map((word) => [word, value] as const)),
  );

/** Words for large numbers; `mil` is a thousand except where a language file says otherwise. */
export const multiplierWords = table<number>([
  [
    1e3,
    'k|к|rb|ribu|rebu|rebo|nghìn|ngàn|ngan|nghin|thousand|พัน|千|천|ພັນ|ពាន់|ထောင်|हज़ार|हजार|hazar|hazaar|hajar|হাজার|হাজাৰ|ہزار|දහස්|දාහ්|දහසක්|දාහක්|ஆயிரம்|aayiram|ayiram|ആയിരം|elfu|mil|mila|ألف|الف|آلاف|الاف|alf|ሺህ|ሺ|shi|тыс|т|тр|т.р|тыр|тыщ|тысяч|тысячи|тысячу|тыщи|тис|тисяч|тисячі|libo|libong|tys|tysięcy|tysiące|tysiąc|bin|tausend|tsd|mille',
  ],
  [1e4, 'w|万|萬|만|หมื่น|ໝື່ນ|ម៉ឺន|သောင်း'],
  [
    1e5,
    'lakh|lakhs|lac|lacs|laakh|แสน|ແສນ|សែន|သိန်း|thein|लाख|লাখ|লক্ষ|لاکھ|ලක්ෂ|ලක්ෂයක්|ලක්ෂය|லட்சம்|ലക്ഷം|laki',
  ],
  [
    1e6,
    'm|mil|million|millions|mio|jt|juta|jta|triệu|trieu|tr|củ|cu|chai|ล้าน|ລ້ານ|លាន|သန်း|milioni|millón|millones|milhão|milhões|miliony|milionów|milyon|milyar|милл|млн|миллион|мільйон|مليون|ሚሊዮን',
  ],
  [1e7, 'crore|crores|cr|करोड़|কোটি|کروڑ'],
  [1e8, '億|亿|억'],
]);

/** Words for large numbers that may stand before the digits: "elfu 50", သိန်း ၂၀. */
export const leadingMultipliers = table<number>([
  [1e3, 'elfu|දහස්'],
  [1e4, 'သောင်း'],
  [1e5, 'laki|သိန်း|ලක්ෂ'],
  [1e6, 'milioni|මිලියන'],
]);

/**
 * Words for large numbers that only one currency's posts use, where no currency is named. Where
 * neighbours share a word the currency with the higher yardstick stands.
 */
export const impliedCurrencies = table<string>([
  ['VND', 'triệu|trieu|tr|củ|chai|nghìn|ngàn'],
  ['IDR', 'juta|jt|jta|rb'],
  ['CNY', '万|w'],
  ['TWD', '萬'],
  ['KRW', '만|억'],
  ['THB', 'พัน|หมื่น|แสน'],
  ['MMK', 'သိန်း|သောင်း'],
  ['LAK', 'ລ້ານ|ແສນ'],
  ['PHP', 'libo|libong'],
  ['NPR', 'हज़ार|हजार|लाख'],
  ['INR', 'হাজার|লাখ|লক্ষ|ആയിരം|ലക്ഷം'],
  ['PKR', 'ہزار|لاکھ'],
  ['LKR', 'දහස්|දහසක්|දාහක්|ලක්ෂ|ලක්ෂයක්|ஆயிரம்|லட்சம்'],
  ['PLN', 'tys|tysięcy|tysiące'],
  ['UAH', 'тис|тисяч|тисячі'],
  ['RUB', 'тр|т.р|тыр'],
  ['TRY', 'bin'],
]);

/** Words before an amount that make it the most that one may get. */
export const upToWords = table<true>([
  [
    true,
    "up to|upto|as much as|max|maximum|sampai|hingga|sampe|s/d|sehingga|mencapai|boleh cecah|bisa tembus|đến|tới|lên đến|lên tới|tối đa|hanggang|aabot sa|umaabot ng|สูงสุด|ถึง|สูงถึง|ສູງສຸດ|ເຖິງ|高达|高達|可达|可達|最高|最多|上限|优秀|优秀者|优秀员工|精英|最好的|多则|최대|最大|до|максимум|hasta|hasta de|até|ate|jusqu'à|jusqu’à|bis zu|nawet do|nawet|fino a|kadar|तक|अधिकतम|পর্যন্ত|সর্বোচ্চ|அதிகபட்சம்|උපරිම|hadi|mpaka|حتى|حتي|يصل إلى|تصل إلى|تک|እስከ|အထိ|အများဆုံး|រហូតដល់|ដល់|ഏറ്റവും കൂടിയത്",
  ],
]);
/** Such words behind it, in languages that put them there. */
export const upToEndings = table<true>([
  [true, 'まで|以内|까지|तक|सम्म|পর্যন্ত|வரை|දක්වා|تک|အထိ|വരെ|kadar|tak'],
]);

/** Words before or behind an amount that say it is nobody's pay: limits, loans, sales, rents. */
export const notPay =
  /limit|loan|revenue|turnover|in sales|sales of|\bfees?\b|\bfine\b|price|budget|insurance|deposit|\brent\b|spen[dt]|cost|withdraw|invest|profit of|hadiah|denda|pinjaman|omzet|omset|cicilan|biaya|modal|harga|\bvay\b|doanh (?:thu|số)|hạn mức|chi trả|học phí|\bgiá\b|\bphạt\b|thưởng|ค่าปรับ|สินเชื่อ|วงเงิน|ยอดขาย|ราคา|营业额|營業額|业绩|業績|保费|保費|利润|首付|月供|流水|押金|奖励|奖金|獎金|補貼|补贴|津贴|津貼|租金|学费|學費|房价|贷款|貸款|借支|预支|预知|提成|消费|消費|生活费|广告|投入|人次|매출|대출|보증금|доход компании|оборот|выручк|кредит|займ|штраф|аренд|préstamo|crédito|empréstimo|faturamento|umsatz|kredyt|fatturato|kredi\b|ciro\b|қарз|ঋণ|ऋण|लोन|قرض/iu;

/** Work for an online "task" scam; an order or a parcel that is paid for is honest without it. */
export const onlineTask =
  /\blikes?\b|\blike-|follow|subscri|youtube|tiktok|shopee|lazada|tokopedia|点赞|按讚|按赞|点个赞|追蹤|刷单|刷單|五星|好评任务|好評任務|酒店好评|抖音|いいね|フォロー|좋아요|구독|กดไลค์|กดไลก์|กดหัวใจ|thả tim|đánh giá 5|лайк|отзыв|टास्क|लाइक|লাইক|লাইক/iu;
