#!/bin/sh
# fontkit 2.0.4, which pdfkit and @react-pdf/renderer lay text out with, passes over contextual substitutions of Noto Sans Lao
# and Noto Sans Khmer: the form of a vowel or tone that the font has for a place beside a tall or a low letter is not taken.
# No error is raised. Of the words of this product's Lao papers, more than a quarter are drawn with another glyph
# than by HarfBuzz (398 of 1,390 in the font files that the product uses); of the Khmer ones 76 of 1,475; of Hindi, Punjabi, Arabic and Farsi none.
# The product shapes with HarfBuzz (app/packet/pdf/shape.ts).
# Seen 2026-11-30. Fails where one of the packages behaves otherwise.
set -eu
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fontkit@2.0.4 harfbuzzjs@1.6.4 \
  @expo-google-fonts/noto-sans-lao@0.4.2 @expo-google-fonts/noto-sans-khmer@0.4.3
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import * as hb from 'harfbuzzjs'

const FONTS = [
  ['noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf', ['ເກັບ', 'ເຊັນ', 'ຢູ່', 'ໜ້າ']],
  ['noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf', ['ត្រូវ', 'ភាសា']],
]
for (const [file, words] of FONTS) {
  const bytes = readFileSync(`node_modules/@expo-google-fonts/${file}`)
  const kit = create(bytes)
  const harf = new hb.Font(new hb.Face(new hb.Blob(bytes), 0))
  for (const word of words) {
    const buffer = new hb.Buffer()
    buffer.addText(word)
    buffer.guessSegmentProperties()
    hb.shape(harf, buffer)
    const shaped = buffer.getGlyphInfosAndPositions().map(({ codepoint }) => codepoint)
    const laidOut = kit.layout(word).glyphs.map(({ id }) => id)
    console.log(`${word} | fontkit ${laidOut.join(' ')} | HarfBuzz ${shaped.join(' ')}`)
  }
}
JS
node look.mjs | tee seen.txt
cat >expected.txt <<'TXT'
ເກັບ | fontkit 81 9 61 31 | HarfBuzz 81 9 63 31
ເຊັນ | fontkit 81 23 61 30 | HarfBuzz 81 23 63 30
ຢູ່ | fontkit 39 78 89 | HarfBuzz 39 78 90
ໜ້າ | fontkit 51 92 60 | HarfBuzz 51 92 60
ត្រូវ | fontkit 220 65 117 80 | HarfBuzz 220 65 118 80
ភាសា | fontkit 286 302 | HarfBuzz 286 302
TXT
diff expected.txt seen.txt
