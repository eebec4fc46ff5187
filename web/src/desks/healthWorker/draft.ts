import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { onBeforeUnmount, reactive, ref, watch } from 'vue'
import type { FieldError } from '@/api'
import type { Drafts } from '@/offline/drafts'
import { copyOf, type EnrolmentRequest, type HouseholdForm } from './enrolment/form'

/** An enrolment, or a correction, that is being filled in. */
export interface EnrolmentDraft {
  form: HouseholdForm
  step: number
  member: number
  /** Of a correction: which household, at which version, and what it said then. */
  householdId?: string | undefined
  version?: string | undefined
  base?: EnrolmentRequest | undefined
  /** What the service found wrong, until it is mended. */
  errors?: FieldError[] | undefined
}

const Pause = 250

/** Keeps the draft on the phone as it is typed. `fault` says when the phone cannot: then what is typed is on the page only. */
export function useKeeping<T extends object>(drafts: Drafts, id: string, given: T, isKept: boolean) {
  const draft = reactive(given) as T
  const savedAt = ref<number | undefined>(isKept ? Date.now() : undefined)
  const fault = ref<unknown>()
  const pause = useTimeoutFn(() => void flush(), Pause, { immediate: false })
  let writing: Promise<void> = Promise.resolve()
  let isDirty = false

  /** One write after the other, so that an older one never ends up on top. */
  function flush(): Promise<void> {
    pause.stop()
    if (!isDirty) return writing
    isDirty = false
    const content = copyOf(draft)
    writing = writing.then(async () => {
      try {
        const now = Date.now()
        await drafts.save(id, content, now)
        savedAt.value = now
        fault.value = undefined
      } catch (caught) {
        isDirty = true
        fault.value = caught
      }
    })
    return writing
  }

  watch(
    draft,
    () => {
      isDirty = true
      pause.start()
    },
    { deep: true },
  )

  const hidden = (): void => void (document.visibilityState === 'hidden' && flush())
  const leaving = (event: BeforeUnloadEvent): void => {
    void flush()
    if (fault.value) event.preventDefault()
  }
  useEventListener(document, 'visibilitychange', hidden)
  useEventListener('pagehide', hidden)
  useEventListener('beforeunload', leaving)
  onBeforeUnmount(() => void flush())

  /** Nothing more is written: it was sent, or thrown away. */
  function stop(): Promise<void> {
    pause.stop()
    isDirty = false
    return writing
  }

  return { draft, savedAt, fault, flush, stop }
}
