import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderPacket, type PacketOrder } from '#app/packet/render/render-packet.server.ts'

const ORDER: PacketOrder = {
  claim: { language: 'es', victim: { firstName: 'Rosa', lastName: 'Ejemplo' } },
  today: '2026-11-23',
  part: 'both',
}

/** The words of every page: the horizontal ones, and all of them. */
async function pagesOf(order: PacketOrder): Promise<{ straight: string; all: string }[]> {
  const { pdf, pages } = await renderPacket(order)
  const read = (...options: string[]) =>
    execFileSync('/usr/bin/pdftotext', [...options, '-', '-'], { input: pdf, encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
  const all = read()
  expect(all).toHaveLength(pages.mail + pages.divider + pages.keep)
  return read('-nodiag').map((straight, index) => ({ straight, all: all[index] ?? '' }))
}

describe('the watermark of training', () => {
  test('is on every page, plain and across, in English and in the language of the person', async () => {
    for (const { straight, all } of await pagesOf({ ...ORDER, training: true })) {
      expect(straight).toContain('TRAINING — NOT A CLAIM · PRÁCTICA — NO ES UN RECLAMO')
      expect(all.length).toBeGreaterThan(straight.length + 'TRAINING — NOT A CLAIM'.length)
    }
  })

  test('is on no page of a real packet', async () => {
    for (const { straight, all } of await pagesOf(ORDER)) {
      expect(all).not.toMatch(/TRAINING|PRÁCTICA/)
      expect(all).toHaveLength(straight.length)
    }
  })
})
