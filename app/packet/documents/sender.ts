import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { addressLines, addressPaths, nameAnswer } from '../answers.ts'
import type { Block } from '../sheet.ts'
import { claimantPath, signerOf } from '../signers.ts'

/** Who writes a letter, and the address for the answer; without an address there are lines to write it on. */
export function sender(claim: ClaimFile): Block {
  const asks = claimantPath(claim)
  const writer = signerOf(claim) === 'guardian' ? 'guardian' : asks
  const name = nameAnswer(claim[writer], writer)
  const address = claim[asks]?.mailingAddress
  const lines = [name.words, ...addressLines(address)].filter(line => line !== undefined)
  return {
    kind: 'address',
    lines,
    paths: [...name.paths, ...addressPaths(address, `${asks}.mailingAddress`)],
    blank: addressLines(address).length === 0,
  }
}
