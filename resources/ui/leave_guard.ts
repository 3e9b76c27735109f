import { router } from '@inertiajs/react'
import { useEffect } from 'react'

/** Asks before a page with unsaved changes is left. */
export function useLeaveGuard(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    const off = router.on('before', ({ detail: { visit } }) => {
      const stays = visit.url.pathname === window.location.pathname
      if (!stays && !window.confirm('还有未保存的修改，确定离开？')) return false
    })
    return () => {
      window.removeEventListener('beforeunload', ask)
      off()
    }
  }, [unsaved])
}
