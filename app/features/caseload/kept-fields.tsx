import type { CaseListView } from './list.server.ts'

/** The filters of the address, as hidden fields of a form. */
export function Kept({ fields }: Pick<CaseListView, 'fields'>) {
  return Object.entries(fields).map(([name, value]) => (value === '' ? null : <input key={name} type="hidden" name={name} value={value} />))
}
