import { CHOICES, COLUMNS, INTENTIONS, OUTCOMES, RECHECKS } from '#evaluations/words'
import type { StageRow } from '#evaluations/queries/stage_rows'
import type { ReviewStage } from '#province/ruleset'
import type { XlsxColumn } from '#web/excel'

/** The columns of a stage's list as a file: what its reader sees on the page, nothing else (HN-21). */
export const stageColumns = (stage: ReviewStage): XlsxColumn<StageRow>[] => [
  ...stage.columns
    .filter((key) => COLUMNS[key])
    .map((key) => ({
      title: COLUMNS[key],
      value: ({ values, own, done }: StageRow) => {
        if (key === 'outcome') return OUTCOMES[String(values.outcome)]
        if (key === 'opinion') return own.opinion
        if (key === 'result') return RECHECKS[own.decision ?? '']
        if (key !== 'vote') return values[key]
        // of a secret vote not even the voter's own list says what he chose, nor what he meant to
        if (own.took || (done && own.choice === null)) return '已投票'
        return (stage.primitive === 'provisional_vote' ? INTENTIONS : CHOICES)[own.choice ?? '']
      },
    })),
  { title: '办理情况', value: ({ done }) => (done ? '已办' : '待办') },
]
