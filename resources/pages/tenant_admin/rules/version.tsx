import { Button } from 'antd'
import type { Difference } from '#rules/compare'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { PageHead } from '~/ui/page_head'
import { Differences } from '~/ui/rules/differences'
import { ErratumButton } from '~/ui/rules/erratum_button'
import { useUrl } from '~/ui/site'

type Props = {
  number: number
  note: string
  publishedBy: string
  publishedAt: string
  checksum: string
  /** batches under other rules */
  batches: { value: number; label: string }[]
  /** null: the first version */
  differences: Difference[] | null
}

export default function Version(props: Props) {
  const { number, differences } = props
  const url = useUrl()
  return (
    <>
      <PageHead
        title={`规则第 ${number} 版`}
        hint={`${props.publishedBy}于 ${props.publishedAt} 发布：${props.note}`}
        actions={
          <>
            <ButtonLink href="/rules">返回</ButtonLink>
            <Button href={url(`/rules/versions/${number}/export`)}>导出</Button>
            <ErratumButton number={number} batches={props.batches} />
            <CommandButton
              type="primary"
              path="/rules/drafts"
              body={{ name: `由第 ${number} 版修改`, from: 'version', number }}
            >
              由此另起草稿
            </CommandButton>
          </>
        }
      />
      <p className="muted num">
        内容摘要 {props.checksum.slice(0, 16)}
        {differences && `；以下是与第 ${number - 1} 版的不同`}
      </p>
      {differences ? (
        <Differences rows={differences} empty={`与第 ${number - 1} 版没有不同`} />
      ) : (
        <p className="card">这是第一个版本。</p>
      )}
    </>
  )
}
