import type { ListedExhibit } from '#app/data/drafts/index.server.ts'
import type { FieldError } from '#app/components/error-summary.tsx'
import { LONGEST_TITLE, MOST_MEGABYTES, MOST_PAGES, MOST_PAGES_TOGETHER, MOST_PAPERS } from '#app/evidence/limits.ts'
import { exhibitLetter } from '#app/packet/documents/exhibits.ts'
import { EXHIBIT_KINDS, type ExhibitKind } from '#app/packet/exhibit.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import { CRIME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { paperRepositoryOf, type PaperRepository } from './paper-repository.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

/** Names of the page's sentences, which stand in `locales/<lng>/evidence.json`. */
const PAGE = [
  'title',
  'lede',
  'optional',
  'howTitle',
  'copies',
  'look',
  'strip',
  'visa',
  'keptTitle',
  'sealed',
  'removed',
  'other',
] as const
const LIST = ['title', 'none', 'up', 'down', 'edit', 'save', 'removeText', 'order'] as const
const ADD = ['title', 'file', 'kind', 'choose', 'name', 'nameHint', 'submit', 'busy', 'back'] as const
const DONE = ['added', 'changed', 'moved', 'removed', 'gone'] as const

/** What the last form did; part of the page's address. */
export type Done = (typeof DONE)[number]

type Sentences<Key extends string> = Readonly<Record<Key, string>>

/** The fields of a form about one paper: their names, values and errors. */
interface PaperFields {
  readonly kind: { readonly name: string; readonly value: string; readonly error?: string | undefined }
  readonly title: { readonly name: string; readonly value: string; readonly error?: string | undefined }
}

/** One attached paper. */
export interface PaperView {
  readonly id: string
  /** Fingerprint of the words that the paper's form was made from. */
  readonly seen: string
  readonly heading: string
  readonly title: string
  readonly pages: string
  readonly names: Sentences<'up' | 'down' | 'edit' | 'remove'>
  readonly fields: PaperFields
  /** Whether the fold with the paper's form is open when the page loads. */
  readonly open: boolean
}

/** The page as ready sentences. Only this page needs them, so that other pages do not load them. */
export interface EvidenceView {
  readonly back: string
  readonly on: string
  readonly page: Sentences<(typeof PAGE)[number] | 'deleted'>
  readonly list: Sentences<(typeof LIST)[number]>
  readonly add: Sentences<(typeof ADD)[number] | 'fileHint'>
  readonly training: string | undefined
  readonly changeLine: string | undefined
  readonly done: string | undefined
  readonly errors: readonly FieldError[]
  readonly papers: readonly PaperView[]
  readonly mayRemove: boolean
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly fields: PaperFields & { readonly file: { readonly name: string; readonly error?: string | undefined } }
}

/** A form that comes back: its paper, its values, and its problems. */
export interface SentForm {
  /** The paper that the form is about; `null` for a new one. */
  readonly id: string | null
  readonly kind: string
  readonly title: string
  readonly problems: Partial<Sentences<'file' | 'kind' | 'title'>>
}

/** Name of a field in the form of a paper. It holds the paper's id, because one page has the forms of many papers. */
export const fieldName = (field: 'kind' | 'title', id: string | null) => (id === null ? field : `${field}-${id}`)

/** Fingerprint of the words that a form is made from; the form sends it back. */
export const seenOf = ({ kind, title }: Pick<ListedExhibit, 'kind' | 'title'>) => fingerprint([kind, title])

/** The kind of a paper in words. */
export function kindWords(t: PaperRepository['speech']['t'], kind: ExhibitKind): string {
  if (kind === 'other') return t('evidence:add.other')
  return t(CRIME_EVIDENCE_IDS.some(id => id === kind) ? `terms:evidence.${kind}` : `terms:incomeEvidence.${kind}`)
}

/** Numbers that the sentences mention. */
export const BOUNDS = {
  megabytes: MOST_MEGABYTES,
  pages: MOST_PAGES,
  papers: MOST_PAPERS,
  together: MOST_PAGES_TOGETHER,
  characters: LONGEST_TITLE,
}

/** The attached papers of the open claim. */
export const requirePapers = (services: Services, visit: ClaimVisit): Promise<readonly ListedExhibit[]> =>
  paperRepositoryOf(services, visit).list()

/** Number of attached papers. */
export const countPapers = async (services: Services, visit: ClaimVisit): Promise<number> => (await requirePapers(services, visit)).length

export async function evidenceView(
  services: Services,
  repository: PaperRepository,
  { done, sent }: { done?: string | null; sent?: SentForm } = {},
): Promise<EvidenceView> {
  const { t } = repository.speech
  const papers = await repository.list()
  const sentences = <Key extends string>(group: string, keys: readonly Key[]) =>
    Object.fromEntries(keys.map(key => [key, t(`evidence:${group}.${key}`)])) as Sentences<Key>
  const fresh = sent?.id === null ? sent : undefined
  return {
    back: repository.paths.back,
    on: repository.paths.on,
    page: { ...sentences('page', PAGE), deleted: repository.kept },
    list: sentences('list', LIST),
    add: { ...sentences('add', ADD), fileHint: t('evidence:add.fileHint', BOUNDS) },
    training: services.training ? t('evidence:page.training') : undefined,
    changeLine: repository.changeLine,
    done: DONE.some(name => name === done) ? t(`evidence:done.${done}`) : undefined,
    errors: errorsOf(sent),
    papers: papers.map((paper, place) => paperView(repository, paper, place, sent?.id === paper.id ? sent : undefined)),
    mayRemove: repository.mayRemove,
    kinds: EXHIBIT_KINDS.map(kind => ({ value: kind, label: kindWords(t, kind) })),
    fields: { ...fieldsOf(null, fresh ?? { kind: '', title: '' }, fresh), file: { name: 'file', error: fresh?.problems.file } },
  }
}

function errorsOf(sent: SentForm | undefined): FieldError[] {
  return (['kind', 'title', 'file'] as const).flatMap(field => {
    const message = sent?.problems[field]
    return message ? [{ fieldId: field === 'file' ? field : fieldName(field, sent.id), message }] : []
  })
}

function fieldsOf(
  id: string | null,
  { kind, title }: { readonly kind: string; readonly title: string },
  sent: SentForm | undefined,
): PaperFields {
  return {
    kind: { name: fieldName('kind', id), value: kind, error: sent?.problems.kind },
    title: { name: fieldName('title', id), value: title, error: sent?.problems.title },
  }
}

function paperView({ speech: { t } }: PaperRepository, paper: ListedExhibit, place: number, sent: SentForm | undefined): PaperView {
  const letter = exhibitLetter(place)
  return {
    id: paper.id,
    seen: seenOf(paper),
    heading: t('evidence:list.letter', { letter, kind: kindWords(t, paper.kind) }),
    title: paper.title,
    pages: t('evidence:list.pages', { count: paper.pages, format: t(`evidence:format.${paper.format}`) }),
    names: {
      up: t('evidence:list.upName', { letter }),
      down: t('evidence:list.downName', { letter }),
      edit: t('evidence:list.editName', { letter }),
      remove: t('evidence:list.remove', { letter }),
    },
    fields: fieldsOf(paper.id, sent ?? paper, sent),
    open: sent !== undefined,
  }
}
