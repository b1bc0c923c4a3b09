import { createSignal, For, Show, type JSX } from 'solid-js'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Ban from 'lucide-solid/icons/ban'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import Users from 'lucide-solid/icons/users'
import { useT } from '#client/i18n'
import { Menu, MenuItem, MenuSeparator, showToast } from '#client/ui'
import { componentNumbers } from '#shared/plan'
import { changeSection, type SectionChange, type SectionEntry } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'
import { AssignDialog, RenameDialog, WaiveDialog } from './ArrangeDialogs.tsx'

type Asking = 'rename' | 'assign' | 'waive' | null

/** What the Secretariat may do with a section of the outline. [P2] */
export function ArrangeMenu(props: {
  readonly section: SectionEntry
  readonly index: number
  readonly count: number
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal<Asking>(null)

  const apply = async (change: SectionChange): Promise<void> => {
    const changed = await changeSection(props.section.id, change)
    if (!changed.ok) return showToast(sentenceFor(t, changed.problem), 'alarm')
    const { code } = changed.value
    showToast(code === props.section.code ? t('plan.arrange.saved') : t('plan.arrange.moved', code))
    props.onChange()
  }
  const move = (position: number): void => {
    const { component } = props.section
    if (component !== null) void apply({ place: { component, position } })
  }
  const done = (): void => {
    setAsking(null)
    props.onChange()
  }
  const dialog = { close: () => setAsking(null), done }

  return (
    <>
      <Menu
        label={t('plan.arrange.menu', props.section.code)}
        trigger={<Ellipsis size={18} aria-hidden="true" />}
        triggerClass="ui-button ui-button--quiet ui-button--small ui-button--icon-only"
      >
        <MenuItem icon={Pencil} onSelect={() => setAsking('rename')}>
          {t('plan.arrange.rename')}
        </MenuItem>
        <MenuItem icon={Users} onSelect={() => setAsking('assign')}>
          {t('plan.arrange.assign')}
        </MenuItem>
        <Show when={props.section.component !== null}>
          <MenuSeparator />
          <MenuItem icon={ArrowUp} disabled={props.index === 0} onSelect={() => move(props.index - 1)}>
            {t('plan.arrange.up')}
          </MenuItem>
          <MenuItem icon={ArrowDown} disabled={props.index === props.count - 1} onSelect={() => move(props.index + 1)}>
            {t('plan.arrange.down')}
          </MenuItem>
          <For each={componentNumbers.filter(number => number !== props.section.component)}>
            {component => (
              <MenuItem onSelect={() => void apply({ place: { component, position: 999 } })}>
                {t('plan.arrange.component', component, t(`plan.component.c${component}`))}
              </MenuItem>
            )}
          </For>
        </Show>
        <MenuSeparator />
        <Show
          when={props.section.waived}
          fallback={
            <MenuItem icon={Ban} onSelect={() => setAsking('waive')}>
              {t('plan.arrange.waive')}
            </MenuItem>
          }
        >
          <MenuItem icon={RotateCcw} onSelect={() => void apply({ waivedReason: null })}>
            {t('plan.arrange.takeUp')}
          </MenuItem>
        </Show>
      </Menu>
      <Show when={asking() === 'rename'}>
        <RenameDialog section={props.section} onClose={dialog.close} onDone={dialog.done} />
      </Show>
      <Show when={asking() === 'assign'}>
        <AssignDialog section={props.section} onClose={dialog.close} onDone={dialog.done} />
      </Show>
      <Show when={asking() === 'waive'}>
        <WaiveDialog section={props.section} onClose={dialog.close} onDone={dialog.done} />
      </Show>
    </>
  )
}
