import { onBeforeUnmount, ref } from 'vue'

/** The address of a picture for as long as the component shows it. */
export function usePictureUrl() {
  const url = ref<string>()
  let isGone = false

  function show(picture: Blob | undefined): void {
    if (url.value) URL.revokeObjectURL(url.value)
    url.value = picture && !isGone ? URL.createObjectURL(picture) : undefined
  }

  onBeforeUnmount(() => {
    isGone = true
    show(undefined)
  })
  return { url, show }
}
