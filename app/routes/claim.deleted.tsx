import type { PageHandle } from '#app/root.tsx'

export { DeletedPage as default } from '#app/features/claim/return/delete-page.tsx'

export const handle: PageHandle = { mayStayOpen: true }
