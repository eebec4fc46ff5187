import { defineStore } from 'pinia'
import { ref } from 'vue'

/** For the navigation: how many wait for the worker now. Apart from the list, which the first screen does not need. */
export const useToDoCount = defineStore('toDoCount', () => ({ count: ref(0) }))
