import { email, phone, text, yesNo } from '../field.ts'
import { page } from '../page.ts'
import type { Question } from '../question.ts'

const fields = {
  phone: phone('victim.phone'),
  safeTimes: text('victim.safeTimes'),
  messagesSafe: yesNo('victim.messagesSafe'),
  email: email('victim.email'),
}

/** A safe phone number, when it is safe to call, and whether a message may be left. */
export const contact = {
  id: 'contact',
  section: 'you',
  fields,
  schema: page(fields),
  appliesWhen: ['the claim is for the victim'],
  mayLeaveOpen: true,
  examples: [
    { phone: '555-0100', safeTimes: 'Weekdays before noon', messagesSafe: false, email: 'rosa@example.org' },
    { phone: '555-0101', email: '' },
  ],
  counterExamples: [
    { answer: {}, path: '', error: 'errors:answerOrSkip' },
    { answer: { phone: '', email: '' }, path: '', error: 'errors:answerOrSkip' },
    { answer: { email: 'rosa' }, path: 'email', error: 'errors:email' },
    { answer: { phone: '555-0100', messagesSafe: 'no' }, path: 'messagesSafe', error: 'errors:yesNo' },
    { answer: { phone: 5550100 }, path: 'phone', error: 'errors:text' },
  ],
} as const satisfies Question
