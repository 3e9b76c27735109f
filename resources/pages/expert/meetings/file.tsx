import { Button } from 'antd'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'

type Props = {
  meeting: { id: number; name: string }
  title: string
  hint: string
  file: FileOfApplication
}

export default function File({ meeting, title, hint, file }: Props) {
  return (
    <>
      <PageHead
        title={title}
        hint={`${meeting.name}　${hint}`}
        actions={<Button onClick={() => window.history.back()}>返回</Button>}
      />
      <FormView file={file} />
    </>
  )
}
