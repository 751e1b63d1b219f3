/** A name or a label as plain words without accents and signs: `SignDate_af_date[0]` becomes `sign date af date`. */
export function wordsOf(text: string): string {
  return text
    .replace(/\[\d+\]/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
