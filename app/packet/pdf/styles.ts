import { StyleSheet } from '@react-pdf/renderer'
import { FONT_FAMILY, WEIGHTS } from './fonts.server.ts'

/** Letter paper and its margins, in points. */
export const PAGE = { width: 612, height: 792, side: 56, top: 54, bottom: 64, footer: 38 } as const

/** The colors of the web pages; text on its background is 7:1 or more. */
export const COLORS = { ink: '#23262b', soft: '#454a52', line: '#d9d2c5', rule: '#6e6a61', accent: '#0a4d49', wash: '#eef4f2' } as const

const hairline = { borderBottomWidth: 0.6, borderBottomColor: COLORS.line } as const

export const styles = StyleSheet.create({
  page: {
    paddingHorizontal: PAGE.side,
    paddingTop: PAGE.top,
    paddingBottom: PAGE.bottom,
    fontFamily: FONT_FAMILY,
    fontSize: 10.5,
    lineHeight: 1.42,
    color: COLORS.ink,
  },
  eyebrow: { fontSize: 9, color: COLORS.accent, fontWeight: WEIGHTS.strong, marginBottom: 3 },
  flowing: { marginTop: 18, borderTopWidth: 1.2, borderTopColor: COLORS.accent, paddingTop: 12 },
  gap: { height: 5 },
  title: { fontSize: 20, lineHeight: 1.25, fontWeight: WEIGHTS.strong, marginBottom: 14 },
  heading: { fontSize: 12.5, lineHeight: 1.3, fontWeight: WEIGHTS.strong, color: COLORS.accent, paddingTop: 11, marginBottom: 4 },
  paragraph: { marginBottom: 9 },
  small: { fontSize: 9, color: COLORS.soft, marginTop: 6, marginBottom: 6 },
  address: { marginBottom: 11 },
  row: { flexDirection: 'row', paddingVertical: 3.1, ...hairline },
  rowLabel: { width: '36%', paddingRight: 12, color: COLORS.soft },
  rowValue: { width: '64%' },
  long: { paddingVertical: 3.1, ...hairline },
  open: { color: COLORS.soft },
  handRule: { flexGrow: 1, height: 17, borderBottomWidth: 0.8, borderBottomColor: COLORS.rule },
  tableHead: { flexDirection: 'row', paddingBottom: 3, borderBottomWidth: 1, borderBottomColor: COLORS.accent },
  headCell: { fontSize: 8.8, lineHeight: 1.3, fontWeight: WEIGHTS.strong, paddingRight: 8 },
  tableRow: { flexDirection: 'row', paddingVertical: 4, ...hairline },
  cell: { fontSize: 9.2, paddingRight: 8 },
  point: { flexDirection: 'row', marginBottom: 5 },
  pointMark: { width: 18, color: COLORS.accent, fontWeight: WEIGHTS.strong },
  pointBody: { flex: 1 },
  note: { fontSize: 8.5, lineHeight: 1.35, color: COLORS.soft },
  check: { flexDirection: 'row', marginBottom: 3, alignItems: 'flex-start' },
  box: { width: 10, height: 10, borderWidth: 0.9, borderColor: COLORS.rule, marginRight: 9, marginTop: 3 },
  figure: { borderLeftWidth: 3, borderLeftColor: COLORS.accent, paddingLeft: 14, marginTop: 2, marginBottom: 12 },
  figureText: { fontSize: 21, lineHeight: 1.3, fontWeight: WEIGHTS.strong, color: COLORS.accent },
  figureNote: { fontSize: 9.5, color: COLORS.soft },
  blankCell: { flexDirection: 'row', paddingRight: 8 },
  notice: { backgroundColor: COLORS.wash, paddingVertical: 9, paddingHorizontal: 12, marginBottom: 12 },
  noticeTitle: { fontWeight: WEIGHTS.strong, color: COLORS.accent },
  story: { borderLeftWidth: 2, borderLeftColor: COLORS.line, paddingLeft: 14, paddingBottom: 6 },
  spaceLine: { height: 25, borderBottomWidth: 0.6, borderBottomColor: COLORS.rule },
  signature: { marginTop: 16 },
  sentence: { marginBottom: 5 },
  handLines: { flexDirection: 'row', marginTop: 32, gap: 22 },
  handLine: { borderTopWidth: 0.8, borderTopColor: COLORS.rule, paddingTop: 3, flexBasis: 0 },
})
