import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { FilePick } from '~/ui/file_pick'

export interface LeadAnswer {
  status: string
  dueOn: string
  opinion: string | null
  decidedAt: string | null
  /** names of what was handed in */
  files: string[]
  mayAdd: boolean
}

interface Props {
  code: string
  /** names of what was handed in before */
  files?: string[]
  mayAdd?: boolean
}

/** What proves a lead, handed in by the code of it. */
export function LeadFiles({ code, files = [], mayAdd = true }: Props) {
  const [given, setGiven] = useState({ files, mayAdd })
  const { run, pending, errors } = useCommand<LeadAnswer>('/publicity/answers/files', {
    reload: false,
    onDone: ({ data }) => setGiven(data!),
  })
  return (
    <div>
      {given.files.length > 0 && (
        <ul className="plain-list">
          {given.files.map((name, place) => (
            <li key={place}>{name}</li>
          ))}
        </ul>
      )}
      {given.mayAdd && (
        <>
          <FilePick
            accept={['pdf', 'jpg', 'png']}
            loading={pending}
            onPick={(file) => {
              const body = new FormData()
              body.append('code', code)
              body.append('file', file)
              void run(body)
            }}
          >
            上传证明材料
          </FilePick>
          <p className="muted">
            可不传。PDF、JPG、PNG，每个不超过 10 MB，最多 5
            个。图片中的拍摄信息会自动去掉；匿名反映的，请先去掉 PDF 和画面中能认出您的内容。
          </p>
        </>
      )}
      {errors.map(({ message }) => (
        <div role="alert" className="fault" key={message}>
          {message}
        </div>
      ))}
    </div>
  )
}
