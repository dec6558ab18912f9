import { MAX_NUMBERS, nextDigit, readNumber } from './numbers.ts';
import { WordTable } from './words.ts';

/** Ages that a post asks for; open-ended where only one bound is named. */
export type AgeBand = { start: number; end: number; low: number; high: number };

const words = (line: string): WordTable<true> =>
  new WordTable(() => line.split('|').map((word) => [word, true] as const));

/** Words that stand before the ages they speak of. */
const before = words(
  'age|aged|ages|age limit|age range|umur|usia|berumur|berusia|อายุ|tuổi|tuổi từ|độ tuổi|tuoi|edad|edad na|年龄|年齡|年齢|年纪|အသက်|អាយុ|ອາຍຸ|आयु|उम्र|उमेर|বয়স|வயது|වයස|عمر|العمر|umri|ዕድሜ|возраст|возрастом|나이|연령|만|idade|edad|edades|âge|âgé|alter|im alter von|zwischen|wiek|w wieku|wiekowy|età|di età|yaş|yaşı|yaş aralığı|вік|віком|вікова категорія|പ്രായം|പ്രായപരിധി|umar|boyosh|boyos|edad mula|toi|年龄要求|年齢制限|umurnya',
);
/** Words that stand after the ages they speak of. */
const after = words(
  'years|yrs|years old|years of age|year old|yrs old|yo|y/o|tahun|thn|ปี|tuổi|tuoi|岁|歲|周岁|歳|才|세|살|နှစ်|ឆ្នាំ|ປີ|साल|वर्ष|वर्षीय|বছর|வயது|වයස|අවුරුදු|سال|سنة|عاما|miaka|ዓመት|лет|года|рік|років|роки|літ|anos de idade|anos|jahre|jahren|jährige|lat|roku życia|anni|yaş|yaşında|yaş arası|yaşları|വയസ്സ്|വയസ്|വയസ്സു|വയസ്സിനും|বছরের|বছর বয়স|വയസ്സുവരെ|saal|sal|barsha|बर्ष|वर्षसम्म|ஆண்டுகள்|años|ans|taong gulang',
);
const joint =
  /^\s{0,2}(?:[-–—~～至到]|to|and|sampai|hingga|s\/d|sd|đến|den|tới|ถึง|from|until|से|থেকে|до|a|à|e|y|hanggang|hadi|إلى|الى|bis|und|do|i|ile|ila|та|і|മുതൽ|முதல்|සිට|ve|se lekar|ከ|እስከ|ta|tak|सम्म|देखि)\s{0,2}$/iu;

/** Finds bands of ages ("18-35 years", "umur 18 sampai 35", "23岁至40岁"). */
export function findAges(text: string): AgeBand[] {
  const found: AgeBand[] = [];
  let read = 0;
  for (let at = nextDigit(text, 0); at >= 0 && read < MAX_NUMBERS; read++) {
    const first = readNumber(text, at);
    at = nextDigit(text, first.end);
    if (!plausible(first.value) || at < 0 || at - first.end > 14) continue;
    const unit = after.startingAt(text, skip(text, first.end));
    const second = readNumber(text, at);
    const gap = text.slice(unit?.end ?? first.end, at);
    if (!plausible(second.value) || second.value <= first.value || !joint.test(gap)) continue;
    const named = hintBefore(text, first.start);
    const tail = after.startingAt(text, skip(text, second.end));
    if (named === undefined && !tail) continue;
    if (named === undefined && mayBeExperience(text, tail!.end)) continue;
    found.push({
      start: named ?? first.start,
      end: tail?.end ?? second.end,
      low: first.value,
      high: second.value,
    });
    at = nextDigit(text, second.end);
  }
  return found;
}

const plausible = (value: number): boolean => Number.isInteger(value) && value >= 14 && value <= 75;
const skip = (text: string, index: number): number => (text[index] === ' ' ? index + 1 : index);

/** Start of a word for age within a few characters before the number. */
function hintBefore(text: string, start: number): number | undefined {
  for (let end = start; end >= Math.max(0, start - 12); end--) {
    if (/[\n.;!?。]/.test(text[end - 1] ?? ' ')) return undefined;
    const hit = before.endingAt(text, end);
    if (hit) return hit.start;
  }
  return undefined;
}

/** "15-20 years experience" speaks of work, not of age. */
function mayBeExperience(text: string, end: number): boolean {
  return /^.{0,8}(?:exp|pengalaman|kinh nghi|experien|опыт|ประสบการณ์|经验|經驗|경력)/iu.test(
    text.slice(end, end + 24),
  );
}
