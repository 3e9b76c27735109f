import { router } from '@inertiajs/react'
import { Button } from 'antd'
import { PrintHead } from '~/ui/application/print_head'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'
import type { Card } from './index'

type Props = { application: Card; file: FileOfApplication; at: string }

/** The form as it was handed in, to keep on paper or as a file. */
export default function Submitted({ application, file, at }: Props) {
  const url = useUrl()
  return (
    <>
      <PageHead
        title={`${application.title} · ${application.specialty}`}
        hint={`${application.code}　${at} 提交时的申报表；之后的修改不在其中。`}
        actions={
          <>
            <Button onClick={() => router.visit(url(`/apply/${application.id}`))}>返回</Button>
            <Button type="primary" onClick={() => window.print()}>
              打印或另存为 PDF
            </Button>
          </>
        }
      />
      <PrintHead application={application} submittedAt={at} />
      <FormView file={file} />
    </>
  )
}
