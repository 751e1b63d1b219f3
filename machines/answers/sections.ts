/**
 * Parts of the claim, in the order in which they are asked. What identifies a person comes late; the part about
 * time comes after the birth date, because a young person has time whatever the other dates say.
 */
export const SECTIONS = ['start', 'crime', 'work', 'proof', 'money', 'you', 'time', 'help'] as const

export type SectionId = (typeof SECTIONS)[number]
