import { useSubmit } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { useInBrowser } from '#app/components/use-in-browser.ts'

/** Whether this browser knows passkeys. The server answers no, so that a page without JavaScript does not offer them. */
const useKnowsPasskeys = () => useInBrowser(() => 'PublicKeyCredential' in window, false)

/**
 * A button that makes or uses a passkey and then sends its form, with the browser's answer in the field `passkey`. A browser without
 * passkeys or without JavaScript shows a sentence that says so instead.
 */
export function PasskeyButton({
  ask,
  label,
  needs,
}: {
  readonly ask: 'sign-in' | 'join' | 'add'
  readonly label: string
  readonly needs: string
}) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [failed, setFailed] = useState(false)
  const knows = useKnowsPasskeys()
  if (!knows) return <p>{needs}</p>

  async function press(form: HTMLFormElement): Promise<void> {
    setFailed(false)
    if (!form.reportValidity()) return
    const asked = new FormData()
    asked.set('for', ask)
    asked.set('login', new FormData(form).get('login') ?? '')
    const { askForPasskey } = await import('./passkey.client.ts')
    const answer = await askForPasskey(asked)
    if (answer === null) return setFailed(true)
    const sent = new FormData(form)
    sent.delete('password')
    sent.set('intent', 'passkey')
    sent.set('passkey', answer)
    submit(sent, { method: 'post' })
  }

  return (
    <div className="flow-tight">
      <button className="button" type="button" id="passkey" onClick={event => void press(event.currentTarget.form as HTMLFormElement)}>
        {label}
      </button>
      <div role="status">{failed ? <p className="field-error">{t('work:signIn.passkeyFailed')}</p> : null}</div>
    </div>
  )
}
