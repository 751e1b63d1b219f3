/**
 * Parts of the answers that are put together: an address, or one entry of a list.
 * Labels stand in `locales/<lng>/claim.json` under `parts.<group>.<part>`; `options` names the group of
 * `terms.json` that labels a part's choices.
 */
export const PARTS = {
  address: { names: ['street', 'unit', 'city', 'state', 'zip'], options: {} },
  report: { names: ['agency', 'number', 'date'], options: {} },
  workPeriod: { names: ['from', 'to', 'hoursPerWeek', 'kind', 'paidCents'], options: {} },
  periodSize: { names: ['from', 'to', 'kind', 'employerSize'], options: { employerSize: 'employerSize' } },
  otherLoss: { names: ['kind', 'amountCents', 'detail'], options: { kind: 'loss' } },
  otherSource: { names: ['kind', 'state', 'amountCents', 'detail'], options: { kind: 'source', state: 'sourceState' } },
  representative: {
    names: ['kind', 'name', 'organization', 'phone', 'email', 'address'],
    options: { kind: 'representativeKind' },
  },
} as const satisfies Record<string, { names: readonly string[]; options: Readonly<Record<string, string>> }>

export type PartGroup = keyof typeof PARTS
