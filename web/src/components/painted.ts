/** Once the frame that is being made has been shown: what a page only adds to waits for it, so that a tap is answered at once on a slow phone. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
