import { expect, test } from 'vitest'
import { CASE_RECORD_KINDS } from '#app/data/organizations/case-record.server.ts'
import { getI18n } from '#app/i18n/resources.server.ts'
import { ROLES } from '#machines/casework/permissions.ts'
import { MISSING_ITEMS } from '#machines/rules/missing.ts'
import { DRAFT_STATES } from '#machines/draft/machine.ts'

test.each(['en', 'es'] as const)(
  'every kind, role, state and missing item that a record or a figure can name has a sentence in %s',
  code => {
    const i18n = getI18n(code)
    const keys = [
      ...CASE_RECORD_KINDS.map(kind => `records:kind.${kind}`),
      ...ROLES.map(role => `work:role.${role}`),
      ...DRAFT_STATES.map(state => `lifecycle:state.${state}`),
      ...MISSING_ITEMS.map(item => `rules:missing.${item}`),
    ]
    expect(keys.filter(key => !i18n.exists(key))).toEqual([])
    expect(new Set(CASE_RECORD_KINDS.map(kind => i18n.t(`records:kind.${kind}`))).size).toBe(CASE_RECORD_KINDS.length)
  },
)
