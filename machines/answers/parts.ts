import {
  code,
  date,
  dateOrOngoing,
  email,
  fixed,
  group,
  hours,
  money,
  note,
  oneOf,
  phone,
  rate,
  short,
  text,
  zip,
  type Parts,
} from './field.ts'

export const ADDRESS: Parts = {
  name: 'address',
  fields: [text('street'), short('unit'), text('city'), short('state'), zip('zip')],
}

export const REPORT: Parts = { name: 'report', fields: [text('agency'), code('number'), date('date')] }

/** Without the employer's size, which has a page of its own. */
export const WORK_PERIOD: Parts = {
  name: 'workPeriod',
  fields: [date('from'), dateOrOngoing('to'), hours('hoursPerWeek'), text('kind'), rate('pay'), money('paidCents')],
  folded: 2,
}

export const PERIOD_SIZE: Parts = {
  name: 'periodSize',
  fields: [fixed('from', 'date'), fixed('to', 'dateOrOngoing'), fixed('kind', 'text'), oneOf('employerSize', 'employerSize')],
}

export const OTHER_LOSS: Parts = { name: 'otherLoss', fields: [oneOf('kind', 'loss'), money('amountCents'), note('detail')] }

export const OTHER_SOURCE: Parts = {
  name: 'otherSource',
  fields: [oneOf('kind', 'source'), oneOf('state', 'sourceState'), money('amountCents'), note('detail')],
}

export const REPRESENTATIVE: Parts = {
  name: 'representative',
  fields: [
    oneOf('kind', 'representativeKind'),
    text('name'),
    text('organization'),
    phone('phone'),
    email('email'),
    group('address', ADDRESS),
  ],
}
