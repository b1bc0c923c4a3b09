import { createMemo, createSignal, type JSX } from 'solid-js'
import CircleCheckBig from 'lucide-solid/icons/circle-check-big'
import { Fetched, useMe } from '#client/app'
import { useT } from '#client/i18n'
import { EmptyState, Page, PageHeader, RadioGroup, Select, Tabs } from '#client/ui'
import { fetchActionItems, type ActionItemView } from '../api/action.ts'
import { createFetched } from '../api/fetched.ts'
import { ActionItemTable } from './ActionItemTable.tsx'
import { sameItems } from './same-items.ts'
import './action.css'

const everyGroup = 'all'
type Shown = 'open' | 'closed'

/** What meetings left to do: one's own, and all that one may read. [M6] */
export function ActionItemsPage(): JSX.Element {
  const t = useT()
  const me = useMe()
  const fetched = createFetched(() => fetchActionItems(), ['actionItem', 'meeting', 'minutes'])
  const [shown, setShown] = createSignal<Shown>('open')
  const [group, setGroup] = createSignal(everyGroup)
  const items = createMemo<readonly ActionItemView[]>(before => sameItems(before, fetched.value()?.items ?? []), [])
  const groups = createMemo(() => [...new Map(items().map(({ group: { id, name } }) => [String(id), name]))])
  const listed = (all: readonly ActionItemView[]): readonly ActionItemView[] =>
    all.filter(
      item => (item.state === 'open') === (shown() === 'open') && (group() === everyGroup || item.group.id === group()),
    )
  // Whoever holds no seat has nothing of their own here.
  const holdsSeat = (): boolean => me().seats.length > 0
  const mine = (): readonly ActionItemView[] => items().filter(item => item.mine)
  return (
    <Page>
      <PageHeader title={t('action.title')}>{t('action.lead')}</PageHeader>
      <Fetched of={fetched} lines={8}>
        {answer => {
          const table = (of: () => readonly ActionItemView[], whose: 'mine' | 'all') => (
            <ActionItemTable
              items={listed(of())}
              closed={shown() === 'closed'}
              serverNow={answer().serverNow}
              empty={<Nothing shown={shown()} whose={whose} />}
              onChanged={() => void fetched.refetch()}
            />
          )
          const own = {
            id: 'mine',
            label: t('action.tabs.mine'),
            count: mine().filter(item => item.state === 'open').length,
            panel: () => table(mine, 'mine'),
          }
          const everybodys = { id: 'all', label: t('action.tabs.all'), panel: () => table(items, 'all') }
          return (
            <>
              <div class="action-filters">
                <RadioGroup
                  legend={t('action.filter.state')}
                  variant="row"
                  options={[
                    { value: 'open', label: t('action.filter.open') },
                    { value: 'closed', label: t('action.filter.closed') },
                  ]}
                  value={shown()}
                  onChange={setShown}
                />
                <Select
                  label={t('action.filter.group')}
                  value={group()}
                  options={[
                    { value: everyGroup, label: t('action.filter.allGroups') },
                    ...groups().map(([value, label]) => ({ value, label })),
                  ]}
                  onChange={setGroup}
                />
              </div>
              <Tabs label={t('action.tabs.label')} tabs={holdsSeat() ? [own, everybodys] : [everybodys, own]} />
            </>
          )
        }}
      </Fetched>
    </Page>
  )
}

function Nothing(props: { readonly shown: Shown; readonly whose: 'mine' | 'all' }): JSX.Element {
  const t = useT()
  const kind = () => (props.shown === 'closed' ? 'closed' : props.whose === 'mine' ? 'mineOpen' : 'open')
  return (
    <EmptyState title={t(`action.empty.${kind()}`)} icon={CircleCheckBig}>
      {t(`action.empty.${kind()}Text`)}
    </EmptyState>
  )
}
