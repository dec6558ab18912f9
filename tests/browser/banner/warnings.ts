/** Warnings as the explainer makes them, in scripts that strain a layout. */
import type { Warning } from '#schema/warning.ts';

const quote = (text: string) => ({ field: 'text' as const, start: 0, end: text.length, text });

const help: Warning['help'] = [
  {
    id: 'my-nsrc',
    kind: 'call',
    name: 'National Scam Response Centre (NSRC)',
    purpose: 'Report a scam or a payment just made',
    value: '997',
    seen: '2026-08-14',
    hours: '24 hours',
  },
  {
    id: 'my-wisma-putra',
    kind: 'call',
    name: 'Ministry of Foreign Affairs, duty officer',
    purpose: 'Help for citizens in another country',
    value: '+60 3-8000 8000; +60 3-8887 4570 (at night)',
    seen: '2026-07-02',
  },
  {
    id: 'my-jtksm',
    kind: 'open',
    name: 'Department of Labour: licensed agencies',
    purpose: 'Check whether an agency has a licence',
    value: 'https://jtksm.mohr.gov.my/en/services/private-employment-agency-register',
    seen: '2026-08-30',
  },
];

export const english: Warning = {
  level: 'danger',
  scheme: 'forced-scam-work',
  headline: 'Signs of a forced-scam-work lure',
  summary:
    'Posts like this have brought people to guarded places where they are made to cheat others.',
  signs: [
    {
      signal: 'flight-paid',
      label: 'The flight is paid for you',
      why: 'Employers seldom pay a flight before they have met you. Here it can become a debt that keeps you from leaving.',
      quotes: [quote('free flight ticket and visa provided')],
    },
    {
      signal: 'messenger-only',
      label: 'You are to write on a private messenger',
      why: 'There, nobody else sees what is promised.',
      quotes: [quote('message us on Telegram @hr_linda88'), quote('WhatsApp only')],
    },
    {
      signal: 'pay-high',
      label: 'Very high pay for simple work',
      why: 'This is more than four times what such work usually pays here.',
      quotes: [quote('USD 2,500 to 4,000 a month, no experience needed')],
    },
  ],
  notes: [],
  steps: [
    'Do not send your passport or any money yet.',
    'Ask for the name and address of the employer, and check both yourself.',
    'Show this post to someone you trust before you travel.',
  ],
  help,
  partial: true,
  rulesetVersion: '2026.11.24',
};

export const caution: Warning = {
  ...english,
  level: 'caution',
  scheme: 'task-scam',
  headline: 'Signs of a task scam',
  summary: 'Such jobs pay a little at first, then ask you to put in your own money.',
  signs: [
    {
      signal: 'pay-per-task',
      label: 'Money for small online tasks',
      why: 'Rating hotels or liking videos is not a job that a company pays for.',
      quotes: [quote('earn RM300 daily, just like and follow from your phone')],
    },
  ],
  partial: false,
};

/** A post that asks whether an offer is real, with a line that speaks for it. */
export const question: Warning = {
  ...caution,
  level: 'none',
  headline: 'Someone asks about an offer like this',
  summary: 'This post asks about an offer. The offer has signs that are often seen in frauds.',
  notes: ['A paid flight and a cabin alone are normal for work on ships.'],
};

export const urdu: Warning = {
  ...english,
  headline: 'جبری فراڈ کے کام میں پھنسانے کی علامات',
  summary:
    'ایسے اشتہارات لوگوں کو بند جگہوں پر لے گئے ہیں جہاں ان سے زبردستی دھوکا کروایا جاتا ہے۔',
  signs: [
    {
      signal: 'flight-paid',
      label: 'ہوائی ٹکٹ آپ کے لیے مفت ہے',
      why: 'آجر ملاقات سے پہلے شاذ ہی ٹکٹ دیتے ہیں۔ یہ قرض بن سکتا ہے۔',
      quotes: [quote('free flight ticket and visa provided'), quote('مفت ٹکٹ اور ویزا')],
    },
  ],
  steps: ['ابھی اپنا پاسپورٹ یا رقم نہ بھیجیں۔', 'آجر کا نام اور پتا پوچھیں اور خود جانچیں۔'],
};

export const arabic: Warning = {
  ...english,
  headline: 'علامات على استدراج إلى عمل احتيال قسري',
  summary: 'إعلانات كهذه قادت أشخاصا إلى أماكن محروسة يجبرون فيها على خداع الآخرين.',
  signs: [
    {
      signal: 'flight-paid',
      label: 'تذكرة الطيران مدفوعة لك',
      why: 'نادرا ما يدفع صاحب العمل ثمن التذكرة قبل أن يراك. وقد تصبح دينا عليك.',
      quotes: [quote('تذكرة طيران مجانية'), quote('message us on Telegram @hr_linda88')],
    },
  ],
  steps: ['لا ترسل جواز سفرك ولا أي مال الآن.', 'اسأل عن اسم صاحب العمل وعنوانه وتحقق منهما.'],
};

export const khmer: Warning = {
  ...english,
  headline: 'សញ្ញានៃការល្បួងទៅធ្វើការបោកប្រាស់ដោយបង្ខំ',
  summary: 'ការប្រកាសបែបនេះបាននាំមនុស្សទៅកន្លែងមានយាម ដែលគេបង្ខំឲ្យបោកប្រាស់អ្នកដទៃ។',
  signs: [
    {
      signal: 'flight-paid',
      label: 'គេបង់ថ្លៃសំបុត្រយន្តហោះឲ្យអ្នក',
      why: 'និយោជកកម្របង់ថ្លៃសំបុត្រមុនពេលជួបអ្នក។ វាអាចក្លាយជាបំណុល។',
      quotes: [quote('មានសំបុត្រយន្តហោះ និងទិដ្ឋាការឥតគិតថ្លៃ')],
    },
  ],
  steps: ['កុំទាន់ផ្ញើលិខិតឆ្លងដែន ឬលុយ។', 'សួររកឈ្មោះ និងអាសយដ្ឋាននិយោជក ហើយពិនិត្យដោយខ្លួនឯង។'],
};

export const burmese: Warning = {
  ...english,
  headline: 'အတင်းအကျပ် လိမ်လည်ခိုင်းသည့် အလုပ်ကို မျှားခေါ်သော လက္ခဏာများ',
  summary: 'ဤကဲ့သို့ ကြော်ငြာများသည် လူများကို အစောင့်ရှိသော နေရာများသို့ ခေါ်ဆောင်ခဲ့သည်။',
  signs: [
    {
      signal: 'flight-paid',
      label: 'လေယာဉ်လက်မှတ်ကို သင့်အတွက် ပေးထားသည်',
      why: 'အလုပ်ရှင်များသည် သင့်ကို မတွေ့မီ လက်မှတ်ဖိုး ပေးလေ့မရှိပါ။',
      quotes: [quote('လေယာဉ်လက်မှတ်အခမဲ့')],
    },
  ],
  steps: ['ပတ်စပို့ သို့မဟုတ် ငွေကို မပို့ပါနှင့်ဦး။'],
};

/** A page that wants to be more than text, and words without an end. */
export const hostile: Warning = {
  ...english,
  headline: '<img src=x onerror="window.broken=true">',
  signs: [
    {
      signal: 'constructor',
      label: `__proto__ ${'W'.repeat(120)}`,
      why: '\u202eright to left\u202c \ud800 {count}',
      quotes: [quote(`https://${'a'.repeat(200)}.example/<script>`)],
    },
  ],
};

export const warnings: Record<string, Warning> = {
  english,
  caution,
  question,
  urdu,
  arabic,
  khmer,
  burmese,
  hostile,
};
