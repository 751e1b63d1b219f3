import { getTranslate } from '#app/i18n/resources.server.ts'
import { keepForm } from '#app/official-form/kept-form.server.ts'
import { readOfficialForm } from '#app/official-form/read-official-form.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { InputError } from './claim-input.ts'
import { exactly, namesOf, readBytes, readMapFile, runFormCommand } from './form-input.ts'

await runFormCommand(async () => {
  const [file, mapFile] = exactly(2, 'formKeep')
  const bytes = readBytes(file)
  const t = getTranslate('en')
  // A form that is filled in already would put one person's answers into the papers of all others.
  const filled = (await readOfficialForm(bytes)).fields.filter(field => field.filled).map(field => field.name)
  if (filled.length > 0) throw new InputError(t('form:command.filled', { where: namesOf(filled) }))
  const map = await keepForm(readSettings(process.env).dataDirectory, bytes, readMapFile(mapFile))
  process.stdout.write(`${t('form:command.kept', { version: map.version })}\n`)
})
