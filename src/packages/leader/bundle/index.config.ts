export default definePageConfig({ navigationBarTitleText: '跟供货商的账' })
