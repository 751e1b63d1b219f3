import type { LanguageCode } from '#app/i18n/languages.ts'

/** An invented sentence in each language, for tests of pages. */
export const WORDS: Readonly<Record<LanguageCode, string>> = {
  en: 'The garden behind the house is quiet in the morning.',
  es: 'El jardín detrás de la casa está tranquilo por la mañana.',
  'zh-Hans': '房子后面的花园早上很安静，我们在那里喝茶。',
  'zh-Hant': '房子後面的花園早上很安靜，我們在那裡喝茶（綠茶）。',
  vi: 'Khu vườn phía sau ngôi nhà rất yên tĩnh vào buổi sáng.',
  ko: '집 뒤에 있는 정원은 아침에 조용합니다.',
  hy: 'Տան հետևի այգին առավոտյան հանգիստ է։',
  tl: 'Tahimik ang hardin sa likod ng bahay tuwing umaga.',
  ru: 'Сад за домом по утрам очень тихий.',
  ar: 'الحديقة خلف المنزل هادئة في الصباح.',
  fa: 'باغ پشت خانه صبح‌ها آرام است و ما چای می‌نوشیم.',
  hmn: 'Lub vaj nram qab tsev nyob ntsiag to thaum sawv ntxov.',
  km: 'សួនច្បារនៅខាងក្រោយផ្ទះស្ងប់ស្ងាត់នៅពេលព្រឹក។',
  pa: 'ਘਰ ਦੇ ਪਿੱਛੇ ਬਾਗ਼ ਸਵੇਰੇ ਸ਼ਾਂਤ ਹੁੰਦਾ ਹੈ।',
  lo: 'ສວນຢູ່ຫຼັງເຮືອນງຽບສະຫງົບໃນຕອນເຊົ້າ.',
  hi: 'घर के पीछे का बगीचा सुबह शांत रहता है।',
  th: 'สวนหลังบ้านเงียบสงบในตอนเช้า และเราดื่มชาที่นั่น',
}
