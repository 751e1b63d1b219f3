import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { renderPacket } from '#app/packet/render-packet.server.ts'
import { PARTS, type Part } from '#app/packet/sheet.ts'
import { inputError, readClaim, runCommand } from './claim-input.ts'

interface Arguments {
  readonly file: string
  readonly out: string
  readonly part: Part | 'both'
}

function readArguments(): Arguments {
  let parsed
  try {
    parsed = parseArgs({ options: { part: { type: 'string' } }, allowPositionals: true })
  } catch {
    throw inputError('usage.packet')
  }
  const [file, out, ...rest] = parsed.positionals
  const part = parsed.values.part === undefined ? 'both' : PARTS.find(name => name === parsed.values.part)
  if (file === undefined || out === undefined || rest.length > 0 || part === undefined) throw inputError('usage.packet')
  return { file, out, part }
}

/** Writes a file as a whole or not at all, readable by its owner alone: it holds a person's story. */
function writeWhole(out: string, bytes: Uint8Array): void {
  const draft = `${out}.${randomBytes(6).toString('hex')}.part`
  try {
    writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx' })
    renameSync(draft, out)
  } catch {
    rmSync(draft, { force: true })
    throw inputError('notWritten', out)
  }
}

await runCommand(async () => {
  const { file, out, part } = readArguments()
  const { pdf, missingGlyphs } = await renderPacket({ ...readClaim(file), part })
  writeWhole(out, pdf)
  if (missingGlyphs.length > 0) {
    process.stderr.write(`${getTranslate('en')('cli:missingGlyphs', { codes: missingGlyphs.join(' ') })}\n`)
  }
})
