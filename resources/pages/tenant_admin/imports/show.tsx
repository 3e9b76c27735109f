import { router } from '@inertiajs/react'
import { Alert, Button, Progress } from 'antd'
import { useEffect } from 'react'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Row = { number: number; reason: string | null; cells: string[] }
type Props = {
  imported: {
    id: number
    fileName: string
    status: string
    total: number
    good: number
    bad: number
    committed: number
    fault: string | null
    createdAt: string
  }
  /** rows worked through so far */
  progress: number
  kind: string
  label: string
  path: string
  titles: string[]
  rows: Paged<Row>
}

const EVERY_MS = 1500

/** What the check found; the second half of an import. */
export default function Imported({ imported, progress, kind, label, path, titles, rows }: Props) {
  const url = useUrl()
  const { id, status, good, bad, committed } = imported
  const isWorking = status === 'checking' || status === 'committing'
  useEffect(() => {
    if (!isWorking) return
    const timer = window.setInterval(() => router.reload(), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [isWorking])
  return (
    <>
      <PageHead
        title={`批量导入：${label}`}
        hint={`${imported.fileName}，${imported.createdAt}`}
        actions={
          <>
            {imported.total > 0 && (
              <Button href={url(`/imports/${id}/returned`)}>下载校验结果</Button>
            )}
            <ButtonLink href={`/imports/new/${kind}`}>重新导入</ButtonLink>
            {status === 'checked' && (
              <CommandButton
                type="primary"
                disabled={good === 0}
                path={`/imports/${id}/commit`}
                confirm={{
                  title: `提交 ${good} 行？`,
                  content:
                    bad > 0
                      ? `只写入校验通过的 ${good} 行；不通过的 ${bad} 行不会写入，请修正后重新导入。`
                      : `${good} 行全部写入。`,
                }}
              >
                提交
              </CommandButton>
            )}
          </>
        }
      />
      <div className="card" aria-live="polite">
        {isWorking && (
          <>
            <Progress
              percent={status === 'checking' ? 100 : Math.floor((progress * 100) / good)}
              status="active"
              showInfo={status === 'committing'}
              aria-label="正在处理"
            />
            <p>
              {status === 'checking'
                ? `正在逐行校验，已校验 ${progress} 行。`
                : `正在导入，已处理 ${progress} 行，共 ${good} 行。`}
              可以离开本页。
            </p>
          </>
        )}
        {status === 'failed' && <Alert type="error" showIcon title={imported.fault} />}
        {status === 'checked' && (
          <Alert
            showIcon
            type={bad > 0 ? 'warning' : 'success'}
            title={`校验通过 ${good} 行，不通过 ${bad} 行`}
            description={
              bad > 0
                ? '可下载校验结果，按“原因”列修正后重新导入；也可先提交通过的行。'
                : '点击“提交”写入。'
            }
          />
        )}
        {status === 'committed' && (
          <Alert
            showIcon
            type="success"
            title={`成功 ${committed} 行，失败 ${imported.total - committed} 行`}
            description={<Link href={path}>查看列表</Link>}
          />
        )}
      </div>
      {!isWorking && rows.meta.total > 0 && (
        <section className="card">
          <h2>不通过的行</h2>
          <DataTable<Row>
            name="import-rows"
            rowKey="number"
            paged={rows}
            empty={{ title: '没有不通过的行' }}
            columns={[
              { key: 'number', title: '行号', className: 'num', dataIndex: 'number' },
              { key: 'reason', title: '原因', dataIndex: 'reason' },
              ...titles.map((title, index) => ({
                key: `cell${index}`,
                title,
                render: (_: unknown, row: Row) => row.cells[index] || '—',
              })),
            ]}
          />
        </section>
      )}
    </>
  )
}
