import type { LanguageCode } from '#app/i18n/languages.ts'

/**
 * Words of the lists that no new phrase contains, because a survivor would have to write them down and type them: violence, captivity,
 * police and courts, sex, debt, fear. They are still read where an older phrase has them. People who speak each language have yet to review
 * the choice. Each list keeps enough words for 64 bits in six (tested).
 */
const SPARED: Readonly<Partial<Record<LanguageCode, string>>> = {
  en:
    'abuse abandon alcohol addict alien anger angry armed army arrest assault attack baby bitter blame blood bomb border broken ' +
    'bullet cage cash child client crime cruel cry damage danger destroy disease divorce enemy enforce escape evil fatal ' +
    'fiscal force ghost grab grief guilt gun horror hospital hunt hurt illegal injury isolate judge knife lawsuit loan lonely ' +
    'master obey orphan owner panic penalty pistol police prison property punch rifle sad scare shoot sick slam strike ' +
    'suffer tragic trap ugly virus weapon whip witness',
  es:
    'aborto abuso acoso ahogo aislar ajeno amargo asalto asilo ataque azote bomba cadena cárcel cliente crimen culpa débil ' +
    'delito desnudo deuda dolor droga dueño ebrio enemigo enfermo fiera fobia fuerza fusil golpe grito guerra hijo huir humilde ' +
    'ira juez juicio ladrón lesión llanto malo matar miedo miseria morir muerte mula nudo odiar odio oscuro pánico pecado ' +
    'peligro pena perder policía preso prisión pudor puñal puño rabia rapto rehén ruina sangre sexo soledad sufrir susto temor ' +
    'terror tóxico triste tumba víctima vicio',
  'zh-Hans': '杀 死 血 伤 毒 奴 枪 刀 打 痛 苦 怕 恐 犯 罪 警 债 卖 买 性 尸 鬼 恨 怒 哭 惨 害 凶 暴 逃 抓 捕 狱 灭',
  'zh-Hant': '殺 死 血 傷 毒 奴 槍 刀 打 痛 苦 怕 恐 犯 罪 警 債 賣 買 性 屍 鬼 恨 怒 哭 慘 害 兇 暴 逃 抓 捕 獄 滅',
  ko: '살인 경찰 고통 공포 범죄 마약 상처 눈물 위험 불법 범인 강도 강제 도망 비극 불행 알코올 성인',
}

/** The spared words of a language. */
export function sparedWords(language: LanguageCode): ReadonlySet<string> {
  return new Set(SPARED[language]?.split(' '))
}
