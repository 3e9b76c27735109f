import { Alert } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { NamedButton } from '~/ui/operator/named_button'
import { ReasonButton } from '~/ui/reason_button'

interface Props {
  path: string
  slug: string
  isClosed: boolean
  deletion: { reason: string; by: string; isOwn: boolean } | null
}

/** One operator asks, another one agrees by typing the name. */
export function Deletion({ path, slug, isClosed, deletion }: Props) {
  if (!deletion)
    return (
      <>
        <p className="muted">
          先停用租户，再由一名运维人员申请、另一名确认。数据库、数据库用户和文件一并删除，备份文件另行处理。
        </p>
        <ReasonButton
          danger
          size="small"
          disabled={!isClosed}
          path={`${path}/deletion`}
          title="申请删除租户？"
          hint="申请后须由另一名运维人员确认才会删除。"
          label="删除原因"
        >
          申请删除
        </ReasonButton>
      </>
    )
  return (
    <>
      <Alert
        showIcon
        type="warning"
        style={{ marginBottom: 12 }}
        title={`${deletion.by}申请删除：${deletion.reason}`}
        description={deletion.isOwn ? '等待另一名运维人员确认。' : undefined}
      />
      <div className="actions">
        <CommandButton size="small" method="DELETE" path={`${path}/deletion`}>
          撤回申请
        </CommandButton>
        {!deletion.isOwn && (
          <NamedButton
            path={`${path}/deletion/confirmation`}
            slug={slug}
            title="确认删除租户？"
            hint="数据库、数据库用户、文件和域名将永久删除，不能恢复。"
          >
            确认删除
          </NamedButton>
        )}
      </div>
    </>
  )
}
