import { parseArgs } from 'node:util'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { fillForm } from '#app/official-form/fill-form.server.ts'
import { inputError, readClaim } from './claim-input.ts'
import { namesOf, readBytes, readMapFile, runFormCommand } from './form-input.ts'
import { writeWhole } from './write-whole.ts'

interface Arguments {
  readonly form: string
  readonly map: string
  readonly claim: string
  readonly out: string
  readonly editable: boolean
}

function readArguments(): Arguments {
  let parsed
  try {
    parsed = parseArgs({ options: { editable: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    throw inputError('usage.formFill')
  }
  const [form, map, claim, out, ...rest] = parsed.positionals
  if (form === undefined || map === undefined || claim === undefined || out === undefined || rest.length > 0)
    throw inputError('usage.formFill')
  return { form, map, claim, out, editable: parsed.values.editable ?? false }
}

await runFormCommand(async () => {
  const { form, map, claim, out, editable } = readArguments()
  const { pdf, missingGlyphs, onAddendum } = await fillForm({ form: readBytes(form), map: readMapFile(map), ...readClaim(claim), editable })
  writeWhole(out, pdf)
  const t = getTranslate('en')
  if (onAddendum.length > 0) process.stderr.write(`${t('form:command.onAddendum', { where: namesOf(onAddendum) })}\n`)
  if (missingGlyphs.length > 0) process.stderr.write(`${t('cli:missingGlyphs', { codes: missingGlyphs.join(' ') })}\n`)
})
