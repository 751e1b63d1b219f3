#!/bin/sh
# fontkit 2.0.4, which pdfkit and @react-pdf/renderer lay text out with, raises a TypeError on everyday Khmer and Punjabi words in
# Noto Sans Khmer and Noto Sans Gurmukhi as Google Fonts gives them out today (version 2.004). The fonts' mark attachment tables
# leave some anchors out, as OpenType allows; HarfBuzz places the marks of the same words without complaint.
# Where a survivor would meet it: no packet at all in these two languages. The product keeps version 2.001 of both fonts in
# public/fonts and shapes with HarfBuzz (app/packet/pdf/fonts.server.ts, shape.ts).
# Seen 2026-11-30. Fails where one of the packages behaves otherwise.
set -eu
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fontkit@2.0.4 harfbuzzjs@1.6.4 \
  @expo-google-fonts/noto-sans-khmer@0.4.3 @expo-google-fonts/noto-sans-gurmukhi@0.4.1
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import * as hb from 'harfbuzzjs'

const FONTS = [
  ['noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf', ['ខ្ញុំ', 'កំពុង', 'ត្រូវ']],
  ['noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf', ['ਸਿੰਘ', 'ਮੈਂ', 'ਉਹ']],
]
for (const [file, words] of FONTS) {
  const bytes = readFileSync(`node_modules/@expo-google-fonts/${file}`)
  const kit = create(bytes)
  const harf = new hb.Font(new hb.Face(new hb.Blob(bytes), 0))
  for (const word of words) {
    let laidOut
    try {
      laidOut = `${kit.layout(word).glyphs.length} glyphs`
    } catch (error) {
      laidOut = `${error.name}: ${error.message}`
    }
    const buffer = new hb.Buffer()
    buffer.addText(word)
    buffer.guessSegmentProperties()
    hb.shape(harf, buffer)
    console.log(`${kit.version} | ${word} | fontkit ${laidOut} | HarfBuzz ${buffer.getGlyphInfosAndPositions().length} glyphs`)
  }
}
JS
node look.mjs | tee seen.txt
cat >expected.txt <<'TXT'
Version 2.004 | ខ្ញុំ | fontkit TypeError: Cannot read properties of null (reading 'xCoordinate') | HarfBuzz 4 glyphs
Version 2.004 | កំពុង | fontkit TypeError: Cannot read properties of null (reading 'xCoordinate') | HarfBuzz 5 glyphs
Version 2.004 | ត្រូវ | fontkit 4 glyphs | HarfBuzz 4 glyphs
Version 2.004 | ਸਿੰਘ | fontkit TypeError: Cannot read properties of null (reading 'xCoordinate') | HarfBuzz 4 glyphs
Version 2.004 | ਮੈਂ | fontkit TypeError: Cannot read properties of null (reading 'xCoordinate') | HarfBuzz 2 glyphs
Version 2.004 | ਉਹ | fontkit 2 glyphs | HarfBuzz 2 glyphs
TXT
diff expected.txt seen.txt
