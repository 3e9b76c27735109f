import { Button, Modal } from 'antd'
import { useState } from 'react'
import { LEVEL_LABELS } from '#province/facts'
import type { SectionRule } from '#province/ruleset'
import { FormSection } from '~/ui/form_section'
import type { Sources } from '~/ui/form_types'
import { useAround } from './around'

/** The page an applicant will see, filled in for trial; nothing is kept. */
export function SectionPreview({ section }: { section: SectionRule }) {
  const { ruleset } = useAround()
  const [open, setOpen] = useState(false)
  const [content, setContent] = useState<unknown>()
  if (section.kind === 'materials') return null
  const named = (list: { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  const { series } = ruleset.catalogue
  const sources: Sources = {
    series: named(series),
    specialties: named(series.flatMap(({ specialties }) => specialties)),
    titles: named(series.flatMap(({ titles }) => titles)),
    levels: Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label })),
    present_series: named(series),
    present_titles: named(series.flatMap(({ titles }) => titles)),
    nations: [{ value: '汉族', label: '汉族' }],
  }
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setContent(undefined)
          setOpen(true)
        }}
      >
        预览申报页面
      </Button>
      <Modal
        open={open}
        title={`${section.title || '未命名'}（预览，内容不会保存）`}
        width="min(960px, 94vw)"
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {section.hint && <p className="muted">{section.hint}</p>}
        <FormSection
          section={section}
          content={content}
          facts={{ form: {} }}
          sources={sources}
          files={{}}
          uploadPath=""
          faults={[]}
          onChange={setContent}
        />
      </Modal>
    </>
  )
}
