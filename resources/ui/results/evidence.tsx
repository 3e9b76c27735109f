import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { FileName } from '~/ui/file_list'
import { FilePick } from '~/ui/file_pick'
import type { FileLink } from '~/ui/form_types'

interface Props {
  /** of the objection */
  path: string
  files: FileLink[]
  mayRemove?: boolean
}

/** Files that prove something, each opened in place. */
export function EvidenceList({ path, files, mayRemove }: Props) {
  return (
    <ul className="plain-list">
      {files.map((file) => (
        <li key={file.id}>
          <FileName file={file} path={`${path}/files/${file.id}`} />
          {mayRemove && (
            <CommandButton
              type="link"
              size="small"
              method="DELETE"
              path={`${path}/files/${file.id}`}
              confirm={{ title: `删除“${file.name}”？` }}
            >
              删除
            </CommandButton>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The same, with a button that adds one. */
export function EvidenceUpload({ path, files }: Props) {
  const { run, pending, errors } = useCommand(`${path}/files`)
  return (
    <>
      <EvidenceList path={path} files={files} mayRemove />
      <FilePick
        accept={['pdf', 'jpg', 'png']}
        loading={pending}
        onPick={(file) => {
          const body = new FormData()
          body.append('file', file)
          void run(body)
        }}
      >
        上传证明材料
      </FilePick>
      {errors.map(({ message }) => (
        <div role="alert" className="fault" key={message}>
          {message}
        </div>
      ))}
      <p className="muted">PDF、JPG、PNG，每个不超过 10 MB，最多 5 个。</p>
    </>
  )
}
