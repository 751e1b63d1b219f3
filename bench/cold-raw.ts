import { claimView } from '#app/packet/render-packet.server.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { drawRaw } from './raw-pdf.ts'

/** The peer from a cold start: a new process that reads the claim, makes the strings and draws them raw. */
await drawRaw(claimView(readClaim(process.argv[2] ?? '-')))
