import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { MemberCard, RoleAndTeam } from './member-card.tsx'
import type { MembersPageView, MembersReturned } from './members.server.ts'

/** The members of the organization, and links by which more people join. */
export function MembersPage({ view, returned }: { readonly view: MembersPageView; readonly returned: MembersReturned | undefined }) {
  const { t } = useTranslation()
  const refused = returned && 'problems' in returned ? returned : undefined
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  return (
    <Page title={t('work:members.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !returned ? t('work:members.done') : null} />
      {returned && 'link' in returned ? <Link link={returned.link} until={returned.until} /> : null}
      <section className="flow" id="people">
        <h2>{t('work:members.list')}</h2>
        <ul className="list-plain" role="list">
          {view.people.map(person => (
            <MemberCard key={`${person.id} ${person.role} ${person.teamId}`} person={person} roles={view.roles} teams={view.teams} />
          ))}
        </ul>
      </section>
      {view.mayInvite ? (
        <section className="flow">
          <h2>{t('work:members.inviteTitle')}</h2>
          <Form className="flow" method="post" noValidate>
            <TextField
              name="name"
              label={t('work:members.name')}
              hint={t('work:members.nameHint')}
              error={at('name')}
              defaultValue={refused?.typed?.name ?? ''}
              autoComplete="off"
              size="medium"
            />
            <RoleAndTeam
              of=""
              roles={view.roles}
              teams={view.teams}
              role={refused?.typed?.role ?? ''}
              team={refused?.typed?.team ?? ''}
              error={at('role')}
            />
            <p>
              <button className="button" type="submit" name="intent" value="invite">
                {t('work:members.invite')}
              </button>
            </p>
          </Form>
        </section>
      ) : null}
      {view.open.length > 0 ? (
        <section className="flow">
          <h2>{t('work:members.open')}</h2>
          <ul className="list-plain" role="list">
            {view.open.map(({ id, name, role, until }) => {
              const line = t('work:members.openUntil', { name: name || t('work:members.noName'), role: t(`work:role.${role}`), day: until })
              return (
                <li className="card flow-tight" key={id}>
                  <p>{line}</p>
                  <Form method="post">
                    <input type="hidden" name="link" value={id} />
                    <button
                      className="button button-quiet"
                      type="submit"
                      name="intent"
                      value="withdraw"
                      aria-label={`${t('work:members.withdraw')}: ${line}`}
                    >
                      {t('work:members.withdraw')}
                    </button>
                  </Form>
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </Page>
  )
}

/** A link. It is shown once, and no page can show it again. */
function Link({ link, until }: { readonly link: string; readonly until: string }) {
  const { t } = useTranslation()
  return (
    <section className="notice flow-tight" role="status">
      <h2>{t('work:members.linkTitle')}</h2>
      <p>{t('work:members.linkText', { day: until })}</p>
      <p>
        <code className="one-time-link">{link}</code>
      </p>
    </section>
  )
}
