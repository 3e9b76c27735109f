import { useEffect, useState } from 'react'
import { useUrl } from '~/ui/site'

/** A PDF of the server as an address for a frame, or the server's words why there is none. */
export function usePdf(path: string) {
  const address = useUrl()(path)
  const [pdf, setPdf] = useState<{ src: string | null; fault: string | null }>({
    src: null,
    fault: null,
  })
  useEffect(() => {
    let src: string | null = null
    let isLate = false
    setPdf({ src: null, fault: null })
    const load = async () => {
      const answer = await fetch(address, {
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
      })
      if (answer.ok) {
        src = URL.createObjectURL(await answer.blob())
        if (!isLate) setPdf({ src, fault: null })
        return
      }
      const { message } = (await answer.json().catch(() => ({}))) as { message?: string }
      if (!isLate) setPdf({ src: null, fault: message ?? '打印文件没有生成，请稍后重试。' })
    }
    load().catch(() => setPdf({ src: null, fault: '网络中断，打印文件没有取到，请重试。' }))
    return () => {
      isLate = true
      if (src) URL.revokeObjectURL(src)
    }
  }, [address])
  return pdf
}

/** Whether this browser shows PDF in a page; without it there is no print window either. */
export const showsPdf = () => navigator.pdfViewerEnabled !== false
