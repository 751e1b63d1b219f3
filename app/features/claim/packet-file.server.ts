import type { Services } from '#app/services.server.ts'
import type { Part } from '#app/packet/sheet.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { ClaimVisit } from './visit.server.ts'

/** The two files of a packet, under names that say nothing. */
const PARTS: Readonly<Record<string, Part>> = { 1: 'mail', 2: 'keep' }

/** Makes one file of the packet and notes that the claim was printed; 404 for any other. */
export async function packetFile(services: Services, { draft, speech, today, session }: ClaimVisit, number: string | undefined): Promise<Response> {
  const part = PARTS[number ?? '']
  if (!part) throw new Response(null, { status: 404 })
  const claim = assembleClaim(draft.answers, today, { language: speech.language })
  const { pdf } = await services.packets.render({ claim, today, part })
  if (part === 'mail') await services.drafts.notePrinted(session, today)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="papers-${number}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
