#!/bin/sh
# fontkit 2.0.4, which pdfkit and @react-pdf/renderer lay text out with, leaves a Thai tone mark in front of the ring that SARA AM
# is taken apart into, so the ring is drawn above the tone: "low" (ต่ำ) and "water" (น้ำ) come out misspelled, without an error.
# HarfBuzz turns the two round first, as Thai is written. A word without a tone mark is the same in both.
# Where a survivor would meet it: "the lowest wage" in every Thai packet. The product shapes with HarfBuzz (app/packet/pdf/shape.ts).
# Seen 2026-11-30. Fails where one of the packages behaves otherwise.
set -eu
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fontkit@2.0.4 harfbuzzjs@1.6.4 @expo-google-fonts/noto-sans-thai@0.4.2
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import * as hb from 'harfbuzzjs'

const bytes = readFileSync('node_modules/@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf')
const kit = create(bytes)
const harf = new hb.Font(new hb.Face(new hb.Blob(bytes), 0))
const ring = kit.layout('\u0e4d').glyphs[0].id
/** Where the ring stands among the glyphs of a word, counted from its consonant. */
for (const word of ['ต่ำ', 'น้ำ', 'กำ']) {
  const buffer = new hb.Buffer()
  buffer.addText(word)
  buffer.guessSegmentProperties()
  hb.shape(harf, buffer)
  const shaped = buffer.getGlyphInfosAndPositions().map(({ codepoint }) => codepoint)
  const laidOut = kit.layout(word).glyphs.map(({ id }) => id)
  console.log(`${word} | place of the ring: fontkit ${laidOut.indexOf(ring)}, HarfBuzz ${shaped.indexOf(ring)}`)
}
JS
node look.mjs | tee seen.txt
cat >expected.txt <<'TXT'
ต่ำ | place of the ring: fontkit 2, HarfBuzz 1
น้ำ | place of the ring: fontkit 2, HarfBuzz 1
กำ | place of the ring: fontkit 1, HarfBuzz 1
TXT
diff expected.txt seen.txt
