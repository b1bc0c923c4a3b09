import { createSignal, For, Show, type JSX } from 'solid-js'
import ChartNoAxesColumn from 'lucide-solid/icons/chart-no-axes-column'
import FileText from 'lucide-solid/icons/file-text'
import Plus from 'lucide-solid/icons/plus'
import { Fetched, useMe } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Card, EmptyState, LinkButton, Page, PageHeader } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchGroups, type GroupSummary } from '../api/group.ts'
import { AddGroupDialog } from './AddGroupDialog.tsx'
import { ConstituencyBar, ConstitutedBadge, NgoShare } from './Composition.tsx'
import { actorFrom } from './actor.ts'
import { can } from '#shared/access'
import './group.css'

/** All groups with their composition at a glance, the NWG first. */
export function GroupsPage(): JSX.Element {
  const t = useT()
  const me = useMe()
  const groups = createFetched(fetchGroups, ['group', 'person'])
  const [adding, setAdding] = createSignal(false)
  const mayManage = (): boolean => can(actorFrom(me()), 'group.manage')
  return (
    <Page>
      <PageHeader
        title={t('group.title')}
        actions={
          <>
            <LinkButton icon={ChartNoAxesColumn} href="/participation">
              {t('participation.title')}
            </LinkButton>
            <LinkButton icon={FileText} href="/terms">
              {t('terms.title')}
            </LinkButton>
            <Show when={mayManage()}>
              <Button icon={Plus} onPress={() => setAdding(true)}>
                {t('group.act.addGroup')}
              </Button>
            </Show>
          </>
        }
      >
        {t('group.lead')}
      </PageHeader>
      <Fetched of={groups}>
        {all => (
          <Show
            when={all().length > 0}
            fallback={<EmptyState title={t('group.empty.title')}>{t('group.empty.text')}</EmptyState>}
          >
            <div class="group-list">
              <For each={all()}>{group => <GroupCard group={group} />}</For>
            </div>
          </Show>
        )}
      </Fetched>
      <AddGroupDialog open={adding()} onClose={() => setAdding(false)} />
    </Page>
  )
}

function GroupCard(props: { readonly group: GroupSummary }): JSX.Element {
  const t = useT()
  const composition = (): GroupSummary['composition'] => props.group.composition
  const kind = (): string => t(`group.kind.${props.group.kind}`)
  const chair = (): string => {
    const name = props.group.chair?.name
    return name === undefined ? t('group.noChair') : t('group.chairedBy', name)
  }
  const lines = (): string => {
    const { vacancies, votingSeats, observerSeats } = composition()
    if (vacancies > 0) return t('group.vacancies', vacancies)
    return votingSeats + observerSeats > 0 ? t('group.complete') : t('group.seatless')
  }
  return (
    <div class="group-list__item" classList={{ 'group-list__item--nwg': props.group.kind === 'nwg' }}>
      <Card
        level={2}
        href={`/groups/${props.group.id}`}
        title={props.group.name}
        eyebrow={kind() === props.group.name ? undefined : kind()}
        tone={composition().properlyConstituted ? undefined : 'alarm'}
      >
        <p class="ui-muted ui-small">{chair()}</p>
        <ConstituencyBar composition={composition()} />
        <NgoShare composition={composition()} />
        <div class="group-card__foot">
          <ConstitutedBadge composition={composition()} />
          <span class="ui-muted ui-small">{lines()}</span>
          <Show when={composition().unaccredited > 0}>
            <span class="ui-muted ui-small">{t('group.unaccredited', composition().unaccredited)}</span>
          </Show>
        </div>
      </Card>
    </div>
  )
}
