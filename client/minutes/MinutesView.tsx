import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import FilePlus from 'lucide-solid/icons/file-plus'
import PenTool from 'lucide-solid/icons/pen-tool'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import { useT } from '#client/i18n'
import { Button, EmptyState, PageHeader, Panel } from '#client/ui'
import type { MeetingOfMinutes, MinutesAnswer } from '../api/minutes.ts'
import { ChainPanel } from './ChainPanel.tsx'
import { Contents } from './Contents.tsx'
import { Dialogs, type Wish } from './Dialogs.tsx'
import { Errata } from './Errata.tsx'
import { FilesPanel } from './FilesPanel.tsx'
import { MinutesHead } from './MinutesHead.tsx'
import { Part } from './Part.tsx'
import { SealMark } from './SealMark.tsx'
import { StatePanel } from './StatePanel.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'

export function MinutesView(props: {
  readonly meeting: MeetingOfMinutes
  readonly minutes: MinutesAnswer
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const [wish, setWish] = createSignal<Wish | null>(null)
  /** The part in which this reader writes: one at a time. */
  const [writing, setWriting] = createSignal<string | null>(null)
  const partIds = createMemo(() => props.minutes.parts.map(part => part.documentId), [], {
    equals: (one, other) => one.join() === other.join(),
  })
  const isSealed = (): boolean => props.minutes.seal !== null
  return (
    <>
      <PageHeader
        title={t('minutes.page.title', props.meeting.title)}
        eyebrow={props.meeting.bodies.map(body => body.name).join(' · ')}
        trail={[{ label: props.meeting.title, href: `/meetings/${props.meeting.id}` }]}
        actions={
          <>
            <Show when={props.minutes.mayAppoint}>
              <Button icon={PenTool} onPress={() => setWish({ act: 'takers' })}>
                {t('minutes.act.takers')}
              </Button>
            </Show>
            <Show when={props.minutes.mayAddErratum}>
              <Button icon={FilePlus} onPress={() => setWish({ act: 'erratum' })}>
                {t('minutes.errata.add')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="minutes-page__columns">
        <div class="minutes-page__state">
          <StatePanel
            minutes={props.minutes}

            onCirculate={() => {
              // What this reader wrote last goes out before the text is frozen.
              setWriting(null)
              props.onChange()
              setWish({ act: 'circulate' })
            }}
            onTakeUp={() => setWish({ act: 'takeUp' })}
          />
        </div>
        <Show
          when={props.minutes.state !== null}
          fallback={
            <EmptyState title={t('minutes.empty.title')} icon={NotebookPen}>
              {t('minutes.empty.text')}
            </EmptyState>
          }
        >
          <article
            class="ui-sheet minutes-sheet"
            classList={{ 'minutes-sheet--sealed': isSealed() }}
            aria-label={t('minutes.page.document')}
          >
            <MinutesHead meeting={props.meeting} minutes={props.minutes} />
            <For each={partIds()}>
              {id => (
                <Show when={props.minutes.parts.find(part => part.documentId === id)}>
                  {part => (
                    <Part
                      minutes={props.minutes}
                      part={part()}

                      timeZone={props.meeting.timeZone}
                      writing={writing() === id}
                      onWrite={starts => setWriting(starts ? id : null)}
                      acts={{
                        onStatement: of => setWish({ act: 'statement', part: of }),
                        onPropose: (of, quote) => setWish({ act: 'propose', part: of, quote }),
                        onDispose: (correction, accept) => setWish({ act: 'dispose', correction, accept }),
                        onTurnedAway: props.onChange,
                        onActionItem: props.onChange,
                      }}
                    />
                  )}
                </Show>
              )}
            </For>
            <Errata errata={props.minutes.errata} />
            <Show when={props.minutes.seal}>{seal => <SealMark seal={seal()} group={props.minutes.group.name} />}</Show>
          </article>
        </Show>
        <aside class="minutes-page__aside">
          <Show when={props.minutes.parts.length > 1}>
            <Panel title={t('minutes.contents.title')} variant="plain">
              <Contents minutes={props.minutes} />
            </Panel>
          </Show>
          <Show when={props.minutes.state !== null}>
            <FilesPanel minutes={props.minutes} />
            <VersionsPanel versions={props.minutes.versions} />
            <ChainPanel minutes={props.minutes} />
          </Show>
        </aside>
      </div>
      <Show when={wish()} keyed>
        {wanted => (
          <Dialogs
            wish={wanted}
            meeting={props.meeting}
            minutes={props.minutes}
            onChange={props.onChange}
            onClose={() => setWish(null)}
          />
        )}
      </Show>
    </>
  )
}
