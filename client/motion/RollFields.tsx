import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { votingConstituencies } from '#shared/motion'
import { Button, Checkbox, Meter } from '#client/ui'
import type { Preflight } from '../api/motion.ts'
import { constituencyTone } from './choices.ts'
import './motion.css'

/** Who is present, seat by seat; the quorum moves with each that is ticked. [V6] */
export function RollFields(props: {
  readonly preflight: Preflight
  readonly roll: ReadonlySet<string>
  readonly onRoll: (roll: ReadonlySet<string>) => void
}): JSX.Element {
  const t = useT()
  const present = () => props.preflight.seats.filter(seat => props.roll.has(seat.seatId))
  const ngoPresent = (): number => present().filter(seat => seat.constituency === 'NGO').length
  const ngoSeats = (): number => props.preflight.seats.filter(seat => seat.constituency === 'NGO').length
  const tick = (seatId: string, here: boolean): void => {
    const next = new Set(props.roll)
    if (here) next.add(seatId)
    else next.delete(seatId)
    props.onRoll(next)
  }
  return (
    <>
      <fieldset class="motion-roll">
        <legend class="ui-field__label">{t('motion.open.roll')}</legend>
        <div class="ui-row ui-row--between">
          <span class="ui-muted ui-small">{t('motion.open.rollHint')}</span>
          <span class="ui-row ui-row--tight">
            <Button
              size="small"
              variant="quiet"
              onPress={() => props.onRoll(new Set<string>(props.preflight.seats.map(seat => seat.seatId)))}
            >
              {t('motion.open.all')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => props.onRoll(new Set<string>())}>
              {t('motion.open.none')}
            </Button>
          </span>
        </div>
        <For each={votingConstituencies}>
          {constituency => {
            const seats = () => props.preflight.seats.filter(seat => seat.constituency === constituency)
            return (
              <Show when={seats().length > 0}>
                <section class={`motion-benches ui-tone-${constituencyTone[constituency]}`}>
                  <h3 class="motion-benches__title">
                    {t(`motion.constituency.${constituency}`)}{' '}
                    <span class="ui-muted ui-numeric">
                      {seats().filter(seat => props.roll.has(seat.seatId)).length}/{seats().length}
                    </span>
                  </h3>
                  <div class="motion-roll__seats">
                    <For each={seats()}>
                      {seat => (
                        <Checkbox
                          label={seat.organisationName}
                          hint={seat.accredited.map(person => person.name).join(', ')}
                          checked={props.roll.has(seat.seatId)}
                          onChange={here => tick(seat.seatId, here)}
                        />
                      )}
                    </For>
                  </div>
                </section>
              </Show>
            )
          }}
        </For>
      </fieldset>
      <div class="motion-opening__quorum" aria-live="polite">
        <Meter
          label={t('motion.quorum.label')}
          value={present().length}
          max={props.preflight.seats.length}
          text={t('motion.quorum.text', present().length, props.preflight.seats.length)}
          threshold={props.preflight.needed.seats}
          thresholdText={t('motion.quorum.needed', props.preflight.needed.seats)}
          tone={present().length >= props.preflight.needed.seats ? 'success' : 'notice'}
        />
        <Meter
          label={t('motion.quorum.ngoLabel')}
          value={ngoPresent()}
          max={ngoSeats()}
          text={t('motion.quorum.text', ngoPresent(), ngoSeats())}
          threshold={props.preflight.needed.ngoSeats}
          thresholdText={t('motion.quorum.needed', props.preflight.needed.ngoSeats)}
          tone={ngoPresent() >= props.preflight.needed.ngoSeats ? 'success' : 'notice'}
        />
      </div>
    </>
  )
}
