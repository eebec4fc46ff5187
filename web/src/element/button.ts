export { default as ElButton } from '@/components/BaseButton.vue'
