import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { SelectField } from '#app/components/select-field.tsx'
import type { Role } from '#machines/casework/permissions.ts'
import type { MembersPageView, PersonLine } from './members.server.ts'

/** Lists of roles and teams to choose from. The ids of the fields end with `of`, because a page has many of these lists. */
export function RoleAndTeam({
  of,
  roles,
  teams,
  role,
  team,
  error,
}: {
  readonly of: string
  readonly roles: readonly Role[]
  readonly teams: MembersPageView['teams']
  readonly role: string
  readonly team: string
  readonly error?: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        name={`role${of}`}
        label={t('work:members.role')}
        blank={t('work:members.choose')}
        error={error}
        options={roles.map(each => ({ value: each, label: t(`work:role.${each}`) }))}
        defaultValue={role}
        size="medium"
      />
      {teams.length > 0 ? (
        <SelectField
          name={`team${of}`}
          label={t('work:members.team')}
          blank={t('work:home.noTeam')}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={team}
          size="medium"
        />
      ) : null}
    </>
  )
}

/** One member of the organization, with what the signed-in member may change about them. */
export function MemberCard({
  person,
  roles,
  teams,
}: {
  readonly person: PersonLine
  readonly roles: readonly Role[]
  readonly teams: MembersPageView['teams']
}) {
  const { t } = useTranslation()
  const { id, name, login, role, may } = person
  const marks = [
    t(`work:role.${role}`),
    person.teamName,
    person.you && t('work:members.you'),
    person.disabled && t('work:members.disabled'),
  ].filter(Boolean)
  return (
    <li className="card flow-tight">
      <h3>{name}</h3>
      <p>{marks.join(' · ')}</p>
      <p className="soft small">{t('work:members.login', { login })}</p>
      {may.edit || may.disable ? (
        <details>
          <summary>{t('work:members.change', { name })}</summary>
          <div className="flow">
            {may.edit ? (
              <Form className="flow" method="post" noValidate>
                <input type="hidden" name="member" value={id} />
                <RoleAndTeam of={`-${id}`} roles={roles} teams={teams} role={role} team={person.teamId ?? ''} />
                <button className="button" type="submit" name="intent" value="change">
                  {t('work:members.save')}
                </button>
              </Form>
            ) : null}
            <Form className="flow-tight" method="post">
              <input type="hidden" name="member" value={id} />
              {may.reset && !person.disabled ? (
                <>
                  <p>{t('work:members.resetHint')}</p>
                  <p>
                    <button className="button button-quiet" type="submit" name="intent" value="reset">
                      {t('work:members.reset')}
                    </button>
                  </p>
                </>
              ) : null}
              {may.disable ? (
                <p>
                  <button className="button button-quiet" type="submit" name="intent" value={person.disabled ? 'enable' : 'disable'}>
                    {t(person.disabled ? 'work:members.enable' : 'work:members.disable')}
                  </button>
                </p>
              ) : null}
            </Form>
          </div>
        </details>
      ) : null}
    </li>
  )
}
