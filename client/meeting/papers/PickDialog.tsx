import { createSignal, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Dialog, Notice, Select, type SelectOption } from '#client/ui'
import { err, ok, type Result } from '#shared/core'
import type { NewPaper, PaperAnswer } from '#shared/meeting/papers/schema'
import type { FloorItem } from '#shared/meeting/schema'
import type { ApiProblem } from '../../api/call.ts'
import { fetchPlanVersions } from '../../api/endorsement.ts'
import { createFetched } from '../../api/fetched.ts'
import { addVersionPaper } from '../../api/paper.ts'
import { fetchPlans } from '../../api/plan.ts'
import { sentenceFor } from '../../api/sentence.ts'

interface Choice extends NewPaper {
  readonly label: string
}

/** Binds the item to a submitted text, by the digest that it has. */
export function PickDialog(props: {
  readonly item: FloorItem
  readonly onAdded: (paper: PaperAnswer) => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const choices = createFetched(() => loadChoices(t))
  const options = (list: readonly Choice[]): SelectOption<string>[] =>
    list.map(({ subjectId, label }) => ({
      value: subjectId,
      label,
      disabled: props.item.papers.some(paper => paper.subjectId === subjectId),
    }))
  const add = async (): Promise<void> => {
    const choice = choices.value()?.find(one => one.subjectId === chosen())
    if (!choice) return
    setBusy(true)
    const { subjectKind, subjectId } = choice
    const added = await addVersionPaper(props.item.id, { subjectKind, subjectId })
    setBusy(false)
    if (added.ok) props.onAdded(added.value)
    else setProblem(added.problem)
  }
  const refusal = (): string | undefined => {
    const refused = problem()
    return refused && sentenceFor(t, refused)
  }
  return (
    <Dialog
      open
      title={t('paper.pick.title')}
      description={t('paper.pick.lead')}
      onClose={props.onClose}
      footer={
        <>
          <Button disabled={busy()} onPress={props.onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" busy={busy()} disabled={chosen() === null} onPress={() => void add()}>
            {t('paper.pick.add')}
          </Button>
        </>
      }
    >
      <Fetched of={choices} lines={2}>
        {list => (
          <Show when={list().length > 0} fallback={<p>{t('paper.pick.none')}</p>}>
            <Select
              label={t('paper.pick.label')}
              placeholder={t('paper.pick.placeholder')}
              options={options(list())}
              value={chosen()}
              onChange={setChosen}
            />
          </Show>
        )}
      </Fetched>
      <Notice tone="alarm" when={refusal()} />
    </Dialog>
  )
}

/** The latest version of each section, in the order of the plans, then the versions of whole plans. */
async function loadChoices(t: ReturnType<typeof useT>): Promise<Result<readonly Choice[], ApiProblem>> {
  const [plans, planVersions] = await Promise.all([fetchPlans(), fetchPlanVersions()])
  if (!plans.ok) return err(plans.problem)
  if (!planVersions.ok) return err(planVersions.problem)
  const sections = plans.value.flatMap(plan => plan.sections)
  return ok([
    ...sections.flatMap(({ code, title, version }): readonly Choice[] =>
      version === null
        ? []
        : [
            {
              subjectKind: 'sectionVersion',
              subjectId: version.id,
              label: t('paper.pick.section', code, title, version.number),
            },
          ],
    ),
    ...planVersions.value.map(({ id, plan, number }): Choice => ({
      subjectKind: 'planVersion',
      subjectId: id,
      label: t('paper.pick.plan', plan.title, number),
    })),
  ])
}
