import { getTranslate } from '#app/i18n/resources.server.ts'
import { mapText } from '#app/official-form/form-map.ts'
import { proposeMap } from '#app/official-form/proposal/propose-map.ts'
import { readOfficialForm } from '#app/official-form/read-official-form.server.ts'
import { exactly, namesOf, readBytes, runFormCommand } from './form-input.ts'

await runFormCommand(async () => {
  const [file] = exactly(1, 'formMap')
  const form = await readOfficialForm(readBytes(file))
  const t = getTranslate('en')
  process.stdout.write(mapText(proposeMap(form, t)))
  const filled = form.fields.filter(field => field.filled).map(field => field.name)
  if (filled.length > 0) process.stderr.write(`${t('form:command.filled', { where: namesOf(filled) })}\n`)
})
