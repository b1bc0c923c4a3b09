import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { LinkButton, Page, PageHeader } from '#client/ui'

/** Missing and hidden are told alike. */
export function NotFoundPage(): JSX.Element {
  const t = useT()
  return (
    <Page width="text">
      <PageHeader title={t('app.notFound.title')}>{t('app.notFound.text')}</PageHeader>
      <div class="ui-row">
        <LinkButton href="/" variant="primary">
          {t('app.notFound.home')}
        </LinkButton>
      </div>
    </Page>
  )
}
