import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { CommandFailed, send } from '../command'
import { Empty } from '../empty'
import type { FileLink, FormRecord } from '../form_types'
import { useUrl } from '../site'

interface Row {
  id: number
  title: string
  year: number
}

interface Answer {
  data: Row[]
  meta: { total: number; page: number; perPage: number }
}

interface Props {
  /** address of the application */
  path: string
  section: { id: string; title: string }
  onPicked: (records: FormRecord[], files: FileLink[]) => void
}

/** Picks records of earlier years instead of typing them again. */
export function RecordPicker({ path, section, onPicked }: Props) {
  const url = useUrl()
  const { message } = App.useApp()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [chosen, setChosen] = useState<number[]>([])
  const [busy, setBusy] = useState(false)
  const load = async (page: number) => {
    const reply = await fetch(url(`${path}/achievements/${section.id}?page=${page}`), {
      headers: { accept: 'application/json' },
    }).catch(() => null)
    if (reply?.ok) setAnswer((await reply.json()) as Answer)
    else message.error('没有取得往年记录，请稍后重试。')
  }
  const close = () => {
    setAnswer(null)
    setChosen([])
  }
  const take = async () => {
    setBusy(true)
    try {
      const done = await send<{ records: FormRecord[]; files: FileLink[] }>(
        'POST',
        url(`${path}/achievements/${section.id}`),
        { ids: chosen }
      )
      onPicked(done.data!.records, done.data!.files)
      message.success(done.message)
      close()
    } catch (error) {
      message.error(error instanceof CommandFailed ? error.message : '操作失败，请重试。')
    } finally {
      setBusy(false)
    }
  }
  const pages = answer ? Math.ceil(answer.meta.total / answer.meta.perPage) : 0
  return (
    <>
      <Button onClick={() => void load(1)}>从往年记录选取</Button>
      <Modal
        open={answer !== null}
        title={`从往年记录选取${section.title}`}
        okText={chosen.length > 0 ? `带入 ${chosen.length} 条` : '带入'}
        cancelText="取消"
        okButtonProps={{ disabled: chosen.length === 0, loading: busy }}
        onOk={() => void take()}
        onCancel={close}
      >
        {answer?.data.length === 0 ? (
          <Empty title="没有往年记录">提交过的申报会自动记入业绩档案，以后可以直接选取。</Empty>
        ) : (
          <Checkbox.Group
            value={chosen}
            onChange={(ids) => setChosen(ids as number[])}
            style={{ display: 'grid', gap: 8 }}
            options={answer?.data.map(({ id, title, year }) => ({
              value: id,
              label: `${title}（${year} 年）`,
            }))}
          />
        )}
        {pages > 1 && (
          <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
            <Button
              size="small"
              disabled={answer!.meta.page === 1}
              onClick={() => void load(answer!.meta.page - 1)}
            >
              上一页
            </Button>
            <Button
              size="small"
              disabled={answer!.meta.page === pages}
              onClick={() => void load(answer!.meta.page + 1)}
            >
              下一页
            </Button>
          </div>
        )}
      </Modal>
    </>
  )
}
