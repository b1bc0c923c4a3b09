import Vote from 'lucide-solid/icons/vote'
import Scale from 'lucide-solid/icons/scale'
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { textTitle } from '#client/titles'
import { EmptyState, LinkButton, Meter, Page, PageHeader, Panel, Select, Table, Tally, TimeStamp } from '#client/ui'
import type { MethodName, Tally as Counts } from '#shared/motion'
import { createFetched } from '../api/fetched.ts'
import { fetchMotions, type MotionSummary } from '../api/motion.ts'
import { choiceLook } from './choices.ts'
import { Countdown } from './Countdown.tsx'
import { createServerClock } from './server-clock.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { tallyFigure, tallyParts } from './tally-words.ts'
import './motion.css'

/** So often at most the list follows as ballots come. */
const listPaceMs = 3_000

/** All votes this person may see: those that are open, with what they owe; then what was decided. */
export function MotionsPage(): JSX.Element {
  const t = useT()
  const fetched = createFetched(() => fetchMotions(), ['motion', { topic: 'ballot', gapMs: () => listPaceMs }])
  const now = createServerClock(() => fetched.value()?.serverNow)
  return (
    <Page>
      <PageHeader title={t('motion.title')}>{t('motion.lead')}</PageHeader>
      <Fetched of={fetched}>
        {answer => (
          <>
            <OpenVotes motions={answer().motions.filter(motion => motion.dueAt !== null)} now={now()} />
            <Decided motions={answer().motions.filter(motion => motion.dueAt === null)} />
          </>
        )}
      </Fetched>
    </Page>
  )
}

function OpenVotes(props: { readonly motions: readonly MotionSummary[]; readonly now: number }): JSX.Element {
  const t = useT()
  const ids = createMemo(() => props.motions.map(motion => motion.id), [], {
    equals: (a, b) => a.join() === b.join(),
  })
  return (
    <Panel title={t('motion.list.open')} variant="plain">
      <Show
        when={ids().length > 0}
        fallback={
          <EmptyState title={t('motion.list.openEmpty')} icon={Vote}>
            {t('motion.list.openEmptyText')}
          </EmptyState>
        }
      >
        <div class="motion-cards">
          <For each={ids()}>
            {id => (
              <Show when={props.motions.find(motion => motion.id === id)}>
                {motion => <OpenVote motion={motion()} now={props.now} />}
              </Show>
            )}
          </For>
        </div>
      </Show>
    </Panel>
  )
}

function OpenVote(props: { readonly motion: MotionSummary; readonly now: number }): JSX.Element {
  const t = useT()
  const mayCast = (): boolean => props.motion.mySeats.some(seat => seat.refusal === null)
  const waiting = (): boolean => props.motion.mySeats.some(seat => owes(props.motion, seat))
  return (
    <article class="motion-card" classList={{ 'motion-card--waiting': waiting() }}>
      <p class="ui-eyebrow">
        {props.motion.group.name} · {t(`motion.mode.${props.motion.mode}`)}
        {props.motion.method === 'BALLOT' ? '' : ` · ${t(`method.name.${props.motion.method}`)}`}
      </p>
      <h3 class="motion-card__title">
        <a href={`/motions/${props.motion.id}`}>{textTitle(t, props.motion.subject)}</a>
      </h3>
      <div class="ui-row ui-row--tight">
        <Show when={props.motion.state === 'held'}>
          <OutcomeTag motion={props.motion} />
        </Show>
        <Countdown motion={props.motion} now={props.now} />
      </div>
      <Meter
        label={t('motion.list.castLabel')}
        value={props.motion.cast}
        max={props.motion.seats}
        text={t('motion.list.cast', props.motion.cast, props.motion.seats)}
      />
      <Show when={mayCast()}>
        <ul role="list" class="motion-card__mine">
          <For each={props.motion.mySeats}>
            {seat => (
              <li class={seat.ballot ? `ui-tone-${choiceLook[seat.ballot.choice].tone}` : 'ui-tone-notice'}>
                {seat.ballot
                  ? t('motion.list.yours', seat.organisationName, t(`motion.choice.${seat.ballot.choice}`))
                  : props.motion.method === 'SILENCE'
                    ? t('method.list.silent', seat.organisationName, seat.textOpened)
                    : t('motion.list.waiting', seat.organisationName)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="motion-card__go">
        <LinkButton variant={waiting() ? 'primary' : 'secondary'} href={`/motions/${props.motion.id}`}>
          {waiting()
            ? t(props.motion.method === 'SILENCE' ? 'method.text.show' : 'motion.list.goCast')
            : mayCast()
              ? t('motion.list.goChange')
              : t('motion.list.goRead')}
        </LinkButton>
      </div>
    </article>
  )
}

/** Whether a seat has something to do: to cast, and where silence decides, to read. [V11] */
function owes({ method }: MotionSummary, { refusal, ballot, textOpened }: MotionSummary['mySeats'][number]): boolean {
  return refusal === null && ballot === null && (method !== 'SILENCE' || !textOpened)
}

const everyGroup = 'all'
const everyOutcome = 'all'
const toCertify = 'toCertify'

function Decided(props: { readonly motions: readonly MotionSummary[] }): JSX.Element {
  const t = useT()
  const [group, setGroup] = createSignal<string>(everyGroup)
  // In the address, so that the home page leads to it.
  const [search, setSearch] = useSearchParams<{ show?: string }>()
  const waitsOnly = (): boolean => search.show === toCertify
  const groups = createMemo(() => [...new Map(props.motions.map(({ group: one }) => [one.id, one.name]))])
  const shown = (): readonly MotionSummary[] =>
    props.motions.filter(
      motion => (group() === everyGroup || motion.group.id === group()) && (!waitsOnly() || motion.toCertify),
    )
  return (
    <Panel
      title={t('motion.list.past')}
      variant="plain"
      actions={
        <>
          <Select
            label={t('motion.list.outcome')}
            hideLabel
            value={waitsOnly() ? toCertify : everyOutcome}
            options={[
              { value: everyOutcome, label: t('motion.list.allOutcomes') },
              { value: toCertify, label: t('motion.list.toCertify') },
            ]}
            onChange={show => setSearch({ show: show === toCertify ? show : null }, { replace: true })}
          />
          <Show when={groups().length > 1}>
            <Select
              label={t('motion.list.group')}
              hideLabel
              value={group()}
              options={[
                { value: everyGroup, label: t('motion.list.allGroups') },
                ...groups().map(([id, name]) => ({ value: id, label: name })),
              ]}
              onChange={setGroup}
            />
          </Show>
        </>
      }
    >
      <Table
        caption={t('motion.list.pastCaption')}
        rows={shown()}
        empty={
          <EmptyState title={t(waitsOnly() ? 'motion.list.toCertifyEmpty' : 'motion.list.pastEmpty')} icon={Scale}>
            {t(waitsOnly() ? 'motion.list.toCertifyEmptyText' : 'motion.list.pastEmptyText')}
          </EmptyState>
        }
        columns={[
          {
            key: 'text',
            header: t('motion.list.text'),
            primary: true,
            cell: motion => (
              <div class="ui-stack motion-list-text">
                <a href={`/motions/${motion.id}`}>{textTitle(t, motion.subject)}</a>
                <span class="ui-small ui-muted">{motion.group.name}</span>
              </div>
            ),
          },
          { key: 'outcome', header: t('motion.list.outcome'), cell: motion => <OutcomeTag motion={motion} /> },
          {
            key: 'whole',
            header: t('motion.list.whole'),
            cell: motion => <SmallCount label={t('motion.list.whole')} counts={motion.tally} method={motion.method} />,
          },
          {
            key: 'ngo',
            header: t('motion.list.ngo'),
            cell: motion => (
              <SmallCount
                label={t('motion.list.ngo')}
                counts={motion.tallyByConstituency?.NGO ?? null}
                method={motion.method}
              />
            ),
          },
          {
            key: 'decided',
            header: t('motion.list.decided'),
            cell: motion => <Show when={motion.decidedAt}>{at => <TimeStamp at={at()} show="shortDate" />}</Show>,
          },
        ]}
      />
    </Panel>
  )
}

function SmallCount(props: {
  readonly label: string
  readonly counts: Counts | null
  readonly method: MethodName
}): JSX.Element {
  const t = useT()
  return (
    <Show when={props.counts}>
      {counts => (
        <div class="motion-small-count">
          <strong class="ui-numeric" aria-hidden="true">
            {tallyFigure(counts(), t, props.method)}
          </strong>
          <Tally
            label={props.label}
            hideLabel
            parts={tallyParts(counts(), t, props.method)}
            total={counts().seats}
            size="small"
            bare
          />
        </div>
      )}
    </Show>
  )
}
