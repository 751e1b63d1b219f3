import { CITATIONS, type CitationId } from '#machines/law/citations.ts'
import { addressAnswer, choiceAnswer, statementRow, textAnswer, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { personRows } from './person-rows.ts'
import { plainSignature } from './signing-blocks.ts'

/** The sentence on who signs first, and its source, by kind of helper. We have read no rule for other kinds. */
const ORDER: Readonly<Record<string, { readonly key: string; readonly citation: CitationId }>> = {
  attorney: { key: 'attorneyFirst', citation: '2-ccr-649.21' },
  'county-advocate': { key: 'advocateFirst', citation: 'calvcb-for-advocates' },
  'organization-advocate': { key: 'advocateFirst', citation: 'calvcb-for-advocates' },
}

/** The written authorization of a representative. A person who treats the claimant cannot be the representative. */
export function representativeAuthorization(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (!claim.representative) return null
  return {
    id: 'representative',
    title: t('statements:representative.title'),
    eyebrow: t('statements:eyebrow.authorization'),
    language,
    blocks: [
      { kind: 'rows', rows: personRows(telling) },
      { kind: 'paragraph', text: t('statements:representative.authorize') },
      detailRows(telling),
      { kind: 'paragraph', small: true, text: t('statements:representative.law', { law: CITATIONS['ab-1140'].text }) },
      ...order(telling),
      { kind: 'heading', text: t('statements:representative.helper') },
      plainSignature(telling, [t('statements:representative.notTreating')], 'statements:representative.signature'),
      { kind: 'heading', text: t('statements:representative.signer') },
      plainSignature(telling),
    ],
  }
}

function detailRows(telling: Telling): Block {
  const { kind, name, organization, address, phone, email } = telling.claim.representative ?? {}
  const path = 'representative'
  return {
    kind: 'rows',
    rows: [
      statementRow(telling, 'name', textAnswer(name, `${path}.name`)),
      statementRow(telling, 'representativeKind', choiceAnswer(telling, kind, `${path}.kind`, 'representativeKind')),
      statementRow(telling, 'organization', textAnswer(organization, `${path}.organization`)),
      statementRow(telling, 'mailingAddress', addressAnswer(address, `${path}.address`)),
      statementRow(telling, 'phone', textAnswer(phone, `${path}.phone`)),
      statementRow(telling, 'email', textAnswer(email, `${path}.email`)),
    ],
  }
}

function order({ claim, t }: Telling): Block[] {
  const rule = claim.representative?.kind && ORDER[claim.representative.kind]
  if (!rule) return []
  return [
    {
      kind: 'notice',
      title: t('statements:representative.order'),
      text: t(`statements:representative.${rule.key}`, { law: CITATIONS[rule.citation].text }),
    },
  ]
}
