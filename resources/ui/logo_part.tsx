import { CommandButton } from './command_button'
import { FilePick } from './file_pick'
import { useCommand } from './command'
import { useUrl } from './site'

/** The picture of the province: what it is now, another one, none. */
export function LogoPart({ logo }: { logo: string | null }) {
  const url = useUrl()
  const { run, pending } = useCommand('/portal/logo', { reload: [] })
  const upload = (file: File) => {
    const body = new FormData()
    body.append('file', file)
    void run(body)
  }
  return (
    <section className="logo-part">
      <h2>标志</h2>
      {logo ? (
        <p className="logo-shown">
          <img src={url(logo)} alt="现在的标志" />
        </p>
      ) : (
        <p className="muted">还没有标志，门户只显示名称。</p>
      )}
      <div className="actions">
        <FilePick accept={['png', 'jpg', 'jpeg', 'webp']} loading={pending} onPick={upload}>
          {logo ? '更换标志' : '上传标志'}
        </FilePick>
        {logo && (
          <CommandButton
            path="/portal/logo"
            method="DELETE"
            danger
            confirm={{ title: '移除标志？', content: '门户、登录页和全部页面只显示名称。' }}
          >
            移除
          </CommandButton>
        )}
      </div>
      <p className="muted">PNG、JPG 或 WEBP，不超过 1 MB；显示在门户、登录页和各页左上角。</p>
    </section>
  )
}
