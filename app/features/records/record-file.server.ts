import { requirePermission, requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { recordCode, type RecordLine } from '#app/data/records/index.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { csvHeaders, csvLines, CSV_START } from './csv.ts'
import { wholeOrganization } from '#machines/casework/permissions.ts'

const COLUMNS = ['place', 'time', 'who', 'role', 'what', 'kind', 'case', 'code'] as const

/** The whole record as a CSV, which is sent while it is read, because it may be long. The owner keeps the last line's code to check it. */
export async function recordFile(context: StaffContext, request: Request): Promise<Response> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'read:audit', wholeOrganization(visit.actor))
  const t = getTranslate(requestLanguage(request).code)
  const batches = visit.casework.records.all(visit.actor)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(encoder.encode(CSV_START + csvLines([COLUMNS.map(column => t(`records:column.${column}`))]))),
    pull: async controller => {
      const next = await batches.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(csvLines(next.value.map(line => rowOf(t, line)))))
    },
    cancel: async () => void (await batches.return(undefined)),
  })
  return new Response(body, { headers: csvHeaders('table-1.csv') })
}

function rowOf(t: Translate, { place, at, name, role, kind, caseNumber, mark }: RecordLine): string[] {
  const isMember = role !== 'survivor' && role !== 'system'
  const who = isMember ? (name ?? t('records:who.left')) : t(`records:who.${role}`)
  return [
    String(place),
    at.toISOString(),
    who,
    isMember ? t(`work:role.${role}`) : '',
    t(`records:kind.${kind}`),
    kind,
    caseNumber === null ? '' : String(caseNumber),
    recordCode(place, mark),
  ]
}
