import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from '~/ui/link'
import { useUrl } from '~/ui/site'

/** The number of a document; pressed, it shows the first page of the paper one (HN-40). */
export function DocumentPreview({ id, number }: { id: number; number: string }) {
  const url = useUrl()
  const [open, setOpen] = useState(false)
  const file = url(`/documents/${id}/attachment`)
  return (
    <>
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen(true)}>
        {number}
      </Button>
      <Modal
        open={open}
        width={860}
        title={`职称文件 ${number}`}
        onCancel={() => setOpen(false)}
        footer={
          <>
            <Link href={`/documents/${id}`}>查看文件与发文人员</Link>
            <Button style={{ marginInlineStart: 12 }} href={`${file}?download`}>
              保存到本地
            </Button>
          </>
        }
      >
        <iframe className="paper upright" title={`职称文件 ${number}`} src={`${file}#view=FitH`} />
      </Modal>
    </>
  )
}
